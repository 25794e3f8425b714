namespace TorchSharp;

/// <summary>The exceptions that callers of a torch library expect.</summary>
internal static class TorchError
{
    /// <summary>What libtorch reports as an error of an operation.</summary>
    internal static ExternalException Of(string message) => new(message);

    /// <summary>An operation that has no meaning for a type of elements.</summary>
    internal static ExternalException Unsupported(string operation, ScalarType dtype) =>
        new($"\"{operation}\" not implemented for '{DtypeName(dtype)}'");

    /// <summary>The type's name in libtorch's messages.</summary>
    internal static string DtypeName(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte => "Byte",
        ScalarType.Int8 => "Char",
        ScalarType.Int16 => "Short",
        ScalarType.Int32 => "Int",
        ScalarType.Int64 => "Long",
        ScalarType.Float16 => "Half",
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        ScalarType.Bool => "Bool",
        _ => dtype.ToString(),
    };
}
