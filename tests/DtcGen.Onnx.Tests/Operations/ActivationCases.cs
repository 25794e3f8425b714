using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>Every activation that a model may use.</summary>
internal static class ActivationCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("Relu", [6], (g, x) => g.Relu("n", x), static x => functional.relu(x));
        yield return new("Relu6", [6], (g, x) => g.Relu6("n", x), static x => functional.relu6(x)) { Input = static s => randn(s) * 6 };
        yield return new("LeakyRelu", [6], (g, x) => g.LeakyRelu("n", x), static x => functional.leaky_relu(x));
        yield return new("LeakyRelu steep", [6], (g, x) => g.LeakyRelu("n", x, 0.3), static x => functional.leaky_relu(x, 0.3));
        yield return new("Elu", [6], (g, x) => g.Elu("n", x), static x => functional.elu(x, 1));
        yield return new("Elu wide", [6], (g, x) => g.Elu("n", x, 1.7), static x => functional.elu(x, 1.7));
        yield return new("Gelu", [6], (g, x) => g.Gelu("n", x), static x => functional.gelu(x));
        yield return new("Silu", [6], (g, x) => g.Silu("n", x), static x => functional.silu(x));
        yield return new("Sigmoid", [6], (g, x) => g.Sigmoid("n", x), static x => functional.sigmoid(x));
        yield return new("Tanh", [6], (g, x) => g.Tanh("n", x), static x => functional.tanh(x));
        yield return new(
            "Softplus", [6], (g, x) => g.Softplus("n", x), static x => functional.softplus(x))
        { Input = static s => randn(s) * 10 };
        yield return new("Softplus sharp", [6], (g, x) => g.Softplus("n", x, 2.5), static x => functional.softplus(x, 2.5));
        yield return new("Softplus low threshold", [6], (g, x) => g.Softplus("n", x, 2, 1), static x => functional.softplus(x, 2, 1));
        yield return new("Hardtanh", [6], (g, x) => g.Hardtanh("n", x), static x => x.clamp(-1, 1));
        yield return new("Hardtanh wide", [6], (g, x) => g.Hardtanh("n", x, -2, 1.5), static x => x.clamp(-2, 1.5));
        yield return new("Hardsigmoid", [6], (g, x) => g.Hardsigmoid("n", x), static x => functional.hardsigmoid(x));
        yield return new("Hardswish", [6], (g, x) => g.Hardswish("n", x), static x => functional.hardswish(x));
        yield return new("Mish", [6], (g, x) => g.Mish("n", x), static x => functional.mish(x));
        yield return new("Softmax", [6], (g, x) => g.Softmax("n", x, 1), static x => functional.softmax(x, 1));
        yield return new("Softmax inner", [3, 4], (g, x) => g.Softmax("n", x, -2), static x => functional.softmax(x, -2));
        yield return new("LogSoftmax", [6], (g, x) => g.LogSoftmax("n", x, -1), static x => functional.log_softmax(x, -1));
        var one = tensor(new[] { 0.25f });
        var slopes = FullyConnectedCases.Numbers(3);
        yield return new("PRelu", [6], (g, x) => g.PRelu("n", x, one), x => functional.prelu(x, one));
        yield return new("PRelu per channel", [3], (g, x) => g.PRelu("n", x, slopes), x => functional.prelu(x, slopes));
        yield return new("PRelu per channel of maps", [3, 2, 2], (g, x) => g.PRelu("n", x, slopes), x => functional.prelu(x, slopes));
    }
}
