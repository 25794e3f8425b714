using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>Makes node attributes.</summary>
internal static class OnnxAttributes
{
    public static AttributeProto Make(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Make(string name, double value) => new() { Name = name, Type = AttributeType.Float, F = (float)value };

    public static AttributeProto Make(string name, string value)
        => new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    public static AttributeProto Make(string name, IEnumerable<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    public static AttributeProto Make(string name, IEnumerable<string> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Strings };
        attribute.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return attribute;
    }
}
