using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Matrix products.
public sealed partial class OnnxGraph
{
    /// <summary><c>functional.linear(input, weight, bias)</c>: Gemm for two dimensions, MatMul and Add otherwise.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [*, in].</param>
    /// <param name="weight">Shape [out, in].</param>
    /// <param name="bias">Shape [out], or null.</param>
    /// <returns>Shape [*, out].</returns>
    /// <exception cref="OnnxExportException">The input's last dimension is not the weight's.</exception>
    public OnnxValue Linear(string name, OnnxValue input, Tensor weight, Tensor? bias = null)
    {
        NeedFloating(input, name);
        var size = weight.shape;
        if (input.Rank == 0 || size.Length != 2 || (input.Shape[^1].Value is long features && features != size[1]))
        {
            throw new OnnxExportException($"{name}: a weight of shape [{string.Join(", ", size)}] cannot take {input}.");
        }

        OnnxDimension[] shape = [.. input.Shape.SkipLast(1), size[0]];
        if (input.Rank == 2)
        {
            OnnxValue?[] operands = [input, Parameter($"{name}.weight", weight), OptionalParameter($"{name}.bias", bias)];
            return Node("Gemm", name, operands, input.ElementType, shape, OnnxAttributes.Make("transB", 1));
        }

        // A table that an embedding uses too is stored once.
        var transposed = _parameters.TryGetValue((weight, ""), out var table)
            ? Transpose($"{name}/Transpose", table, 0, 1)
            : Parameter($"{name}.weight", weight, "transposed", static w => w.t());
        if (bias is null)
        {
            return Node("MatMul", name, [input, transposed], input.ElementType, shape);
        }

        var product = Node("MatMul", $"{name}/MatMul", [input, transposed], input.ElementType, shape);
        return Node("Add", name, [product, Parameter($"{name}.bias", bias)], input.ElementType, shape);
    }
}
