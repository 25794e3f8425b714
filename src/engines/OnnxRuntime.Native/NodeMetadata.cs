using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What an input or output of a model is.</summary>
public class NodeMetadata
{
    internal NodeMetadata(nint typeInfo)
    {
        OrtApi api = OrtApi.Instance;
        OnnxValueType = (OnnxValueType)api.GetInt(OrtSlot.GetOnnxTypeFromTypeInfo, typeInfo);
        nint tensorInfo = IsTensor ? api.Make(OrtSlot.CastTypeInfoToTensorInfo, typeInfo) : 0;
        if (tensorInfo != 0)
        {
            var info = new OrtTensorTypeAndShapeInfo(tensorInfo);
            ElementDataType = info.ElementDataType;
            ElementType = ElementTypes.Of(info.ElementDataType);
            Dimensions = [.. info.Shape.Select(static d => checked((int)d))];
            SymbolicDimensions = info.Symbols;
        }
    }

    /// <summary>What kind of thing it is.</summary>
    public OnnxValueType OnnxValueType { get; }

    /// <summary>Whether it is a tensor.</summary>
    public bool IsTensor => OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR;

    /// <summary>The dimensions; −1 where they are known only at run time.</summary>
    public int[] Dimensions { get; } = [];

    /// <summary>The names of the dimensions known only at run time; empty for the others.</summary>
    public string[] SymbolicDimensions { get; } = [];

    /// <summary>What the entries are, as a C# type.</summary>
    public Type ElementType { get; } = typeof(object);

    /// <summary>What the entries are.</summary>
    public TensorElementType ElementDataType { get; }
}
