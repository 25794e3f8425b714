using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Between C#'s types and ONNX's element types.</summary>
internal static class ElementTypes
{
    private static readonly (TensorElementType Element, Type Type)[] _pairs =
    [
        (TensorElementType.Float, typeof(float)),
        (TensorElementType.UInt8, typeof(byte)),
        (TensorElementType.Int8, typeof(sbyte)),
        (TensorElementType.UInt16, typeof(ushort)),
        (TensorElementType.Int16, typeof(short)),
        (TensorElementType.Int32, typeof(int)),
        (TensorElementType.Int64, typeof(long)),
        (TensorElementType.String, typeof(string)),
        (TensorElementType.Bool, typeof(bool)),
        (TensorElementType.Float16, typeof(Half)),
        (TensorElementType.Double, typeof(double)),
        (TensorElementType.UInt32, typeof(uint)),
        (TensorElementType.UInt64, typeof(ulong)),
    ];

    /// <summary>The element type that holds a C# type.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static TensorElementType Of(Type type) => Array.Find(_pairs, p => p.Type == type) is { Type: not null } pair
        ? pair.Element
        : throw new NotSupportedException($"A tensor cannot hold entries of type {type}.");

    /// <summary>The C# type of an element type; <see cref="object"/> for those that C# has none for.</summary>
    public static Type Of(TensorElementType element) => Array.Find(_pairs, p => p.Element == element).Type ?? typeof(object);
}
