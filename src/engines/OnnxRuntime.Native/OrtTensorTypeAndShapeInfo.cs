using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A tensor's element type and shape.</summary>
public struct OrtTensorTypeAndShapeInfo
{
    internal unsafe OrtTensorTypeAndShapeInfo(nint info)
    {
        OrtApi api = OrtApi.Instance;
        ElementDataType = (TensorElementType)api.GetInt(OrtSlot.GetTensorElementType, info);
        DimensionsCount = (int)api.Make(OrtSlot.GetDimensionsCount, info);
        Shape = new long[DimensionsCount];
        byte** symbols = stackalloc byte*[Math.Max(DimensionsCount, 1)];
        fixed (long* shape = Shape)
        {
            api.Check(((delegate* unmanaged<nint, long*, nuint, nint>)api[OrtSlot.GetDimensions])(info, shape, (nuint)DimensionsCount));
        }

        api.Check(((delegate* unmanaged<nint, byte**, nuint, nint>)api[OrtSlot.GetSymbolicDimensions])(info, symbols, (nuint)DimensionsCount));
        Symbols = new string[DimensionsCount];
        for (int i = 0; i < Symbols.Length; i++)
        {
            Symbols[i] = NativeText.Read(symbols[i]) ?? "";
        }

        // A model's description may leave dimensions open; then there is no count.
        ElementCount = Shape.Any(static d => d < 0) ? -1 : api.Make(OrtSlot.GetTensorShapeElementCount, info);
    }

    /// <summary>What the entries are.</summary>
    public TensorElementType ElementDataType { get; }

    /// <summary>How many entries there are.</summary>
    public long ElementCount { get; }

    /// <summary>How many dimensions there are.</summary>
    public int DimensionsCount { get; }

    /// <summary>The dimensions.</summary>
    public long[] Shape { get; }

    internal string[] Symbols { get; }
}
