using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

// What the export of recordings composes operations of that have no method of their own.
public sealed partial class OnnxGraph
{
    /// <summary>Any operator of one output.</summary>
    internal OnnxValue Operator(
        string opType,
        string name,
        IReadOnlyList<OnnxValue?> inputs,
        OnnxElementType type,
        IReadOnlyList<OnnxDimension> shape,
        params IEnumerable<AttributeProto> attributes)
        => Node(opType, name, inputs, type, shape, attributes);

    /// <summary>Any operator of several outputs.</summary>
    internal OnnxValue[] Operators(
        string opType,
        string name,
        IReadOnlyList<OnnxValue?> inputs,
        IReadOnlyList<(string Name, OnnxElementType Type, IReadOnlyList<OnnxDimension> Shape)> outputs,
        params IEnumerable<AttributeProto> attributes)
        => Nodes(opType, name, inputs, outputs, attributes);

    /// <summary><c>functional.max_pool3d</c>.</summary>
    internal OnnxValue MaxPool3d(
        string name, OnnxValue input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
        => MaxPool(name, input, kernel, stride, padding, dilation, ceil);

    /// <summary><c>functional.avg_pool3d</c>.</summary>
    internal OnnxValue AvgPool3d(
        string name, OnnxValue input, long[] kernel, long[]? stride, long[]? padding, bool ceil, bool includePad, long? divisor)
        => AvgPool(name, input, kernel, stride, padding, ceil, includePad, divisor);

    /// <summary>A product over dimensions.</summary>
    internal OnnxValue Prod(string name, OnnxValue input, long[] dims, bool keepdim)
        => Reduce("ReduceProd", name, input, dims, keepdim, axesAreInput: Opset >= 18);

    /// <summary>A number that an operation computes with.</summary>
    internal OnnxValue Number(string user, double value, OnnxElementType type) => Constant(user, value, type);

    /// <summary>A list of whole numbers.</summary>
    internal OnnxValue Numbers(params long[] values) => Constant(values);

    /// <summary>A list of real numbers.</summary>
    internal OnnxValue Scales(params float[] values)
        => Constant(
            $"scales {string.Join(' ', values)}", "scales", n => TensorData.Make<float>(n, OnnxElementType.Float, [values.Length], values));

    /// <summary>A value in another type, or itself when it has it.</summary>
    internal OnnxValue CastTo(string name, OnnxValue value, OnnxElementType type) => Cast(name, value, type);

    /// <summary>A dimension that only the run tells.</summary>
    internal OnnxDimension Unknown() => UnknownDimension();
}
