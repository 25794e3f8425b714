using System.Globalization;
using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Where a tensor's data lies when it is not in the model's file.</summary>
internal sealed record ExternalDataReference(string Location, long Offset, long? Length)
{
    /// <summary>Reads and judges a tensor's reference; null with the problem when it is not usable or leaves the model's folder.</summary>
    public static ExternalDataReference? Read(TensorProto tensor, out string problem)
    {
        string? Value(string key) => tensor.ExternalData.FirstOrDefault(e => e.Key == key)?.Value;

        problem = "";
        var location = Value("location");
        if (string.IsNullOrEmpty(location))
        {
            problem = "The external data has no location.";
        }
        else if (location.Contains('\0'))
        {
            problem = "The external data's location has a NUL in it.";
        }
        else if (Path.IsPathRooted(location) || location.Contains(':') || location.Split('/', '\\').Contains(".."))
        {
            problem = $"The external data's location {location} leads out of the model's folder.";
        }
        else if (!TryParse(Value("offset"), out var offset) | !TryParse(Value("length"), out var length))
        {
            problem = "The external data's offset or length is not a number from zero up.";
        }
        else
        {
            return new ExternalDataReference(location, offset ?? 0, length);
        }

        return null;
    }

    public void Write(TensorProto tensor)
    {
        tensor.ClearRawData();
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = Location });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = Offset.ToString(CultureInfo.InvariantCulture) });
        if (Length is long length)
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = length.ToString(CultureInfo.InvariantCulture) });
        }
    }

    private static bool TryParse(string? text, out long? number)
    {
        number = null;
        if (text is null)
        {
            return true;
        }

        var parsed = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = parsed ? value : null;
        return parsed;
    }
}
