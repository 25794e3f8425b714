using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Products of tensors, and layers in their functional spelling.
internal static partial class FunctionTable
{
    private static void AddProducts(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["einsum"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Functional, "Einsum", Recorder.Tensors(call.Arguments), call.Raw("equation"));
        table["linear"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Functional, "Linear", Operands(Input(call), Weight(call), call.Tensor("bias")));
        table["layer_norm"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "LayerNorm",
            Operands(Input(call), call.Tensor("weight"), call.Tensor("bias")),
            call.Longs("normalized_shape"),
            call.DoubleOrNull("eps") ?? 1e-5,
            call.Tensor("weight") is not null);
        table["conv1d"] = table["conv2d"] = table["conv3d"] = static (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "Conv",
            Operands(Input(call), Weight(call), call.Tensor("bias")),
            call.Longs("strides", "stride"),
            call.Longs("padding"),
            call.Longs("dilation"),
            call.LongOrNull("groups") ?? 1);
        table["conv_transpose1d"] = table["conv_transpose2d"] = table["conv_transpose3d"] = static (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "ConvTranspose",
            Operands(Input(call), Weight(call), call.Tensor("bias")),
            call.Longs("strides", "stride"),
            call.Longs("padding"),
            call.Longs("dilation"),
            call.LongOrNull("groups") ?? 1);
    }

    private static IEnumerable<object> Operands(params Tensor?[] tensors) => tensors.OfType<Tensor>();

    private static Tensor Weight(FunctionCall call)
        => call.Tensor("weight", "weights") ?? throw new UnfollowedException("without a weight");

    private static void Matmul(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (call.Arguments is not [Tensor { ndim: >= 2 } left, Tensor { ndim: >= 2 } right, ..])
        {
            Composed(static (steps, product) => Definitions.Matmul(steps, Input(product), Second(product)))(recorder, call);
            return;
        }

        Emit(recorder, call, function.Kind, [left, right]);
    }

    private static void Attention(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (call.DoubleOrNull("p") is not (null or 0))
        {
            throw new UnfollowedException("it drops in evaluation mode too");
        }

        var (key, value) = (call.Tensor("key"), call.Tensor("value"));
        if (key is null || value is null)
        {
            throw new UnfollowedException("without a key or a value");
        }

        if (call.Tensor("attn_mask") is { } mask)
        {
            Emit(recorder, call, function.Kind, [Input(call), key, value, mask], call.Bool("is_casual"));
            return;
        }

        Emit(recorder, call, function.Kind, [Input(call), key, value], call.Bool("is_casual"));
    }
}
