using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>The operations of fully connected networks.</summary>
internal static class FullyConnectedCases
{
    public static IEnumerable<OperationCase> All()
    {
        var weight = Numbers(5, 7);
        var bias = Numbers(5);
        yield return new("Linear", [7], (g, x) => g.Linear("fc", x, weight, bias), x => functional.linear(x, weight, bias));
        yield return new("Linear without bias", [7], (g, x) => g.Linear("fc", x, weight), x => functional.linear(x, weight));
        yield return new(
            "Linear on a sequence", [4, 7], (g, x) => g.Linear("fc", x, weight, bias), x => functional.linear(x, weight, bias));
        yield return new(
            "Linear on a sequence without bias", [4, 7], (g, x) => g.Linear("fc", x, weight), x => functional.linear(x, weight));

        yield return new("Flatten", [2, 3, 4], (g, x) => g.Flatten("f", x, 1), static x => x.flatten(1));
        yield return new("Flatten part", [2, 3, 4], (g, x) => g.Flatten("f", x, 1, 2), static x => x.flatten(1, 2));
        yield return new("Flatten end", [2, 3, 4], (g, x) => g.Flatten("f", x, -2, -1), static x => x.flatten(-2, -1));
        yield return new("Flatten all", [2, 3], (g, x) => g.Flatten("f", x), static x => x.flatten());
        yield return new("Flatten batch", [2, 3], (g, x) => g.Flatten("f", x, 0, 1), static x => x.flatten(0, 1));
        yield return new("Flatten nothing", [6], (g, x) => g.Flatten("f", x, 1), static x => x.flatten(1));
        yield return new("Identity", [3], (g, x) => g.Identity("i", x), static x => x);

        var row = Numbers(3);
        yield return new("Add", [3], (g, x) => g.Add("a", x, g.Parameter("row", row)), x => x + row);
        yield return new("Add alpha", [3], (g, x) => g.Add("a", x, g.Parameter("row", row), 0.5), x => x.add(row, 0.5));
        yield return new("Add to itself", [3], (g, x) => g.Add("a", x, x), static x => x + x);
        yield return new("Add number", [3], (g, x) => g.Add("a", x, 1.25), static x => x + 1.25);
        yield return new("Number add", [3], (g, x) => g.Add("a", 1.25, x), static x => 1.25 + x);
        yield return new("Sub", [3], (g, x) => g.Sub("s", x, g.Parameter("row", row)), x => x - row);
        yield return new("Sub number", [3], (g, x) => g.Sub("s", x, 2), static x => x - 2);
        yield return new("Number sub", [3], (g, x) => g.Sub("s", 1, x), static x => 1 - x);
        yield return new("Mul", [3], (g, x) => g.Mul("m", x, g.Parameter("row", row)), x => x * row);
        yield return new("Mul number", [3], (g, x) => g.Mul("m", x, -0.5), static x => x * -0.5);
        yield return new("Number mul", [3], (g, x) => g.Mul("m", -0.5, x), static x => -0.5 * x);
        yield return new(
            "Div", [3], (g, x) => g.Div("d", g.Parameter("row", row), g.Add("p", g.Mul("q", x, x), 1)), x => row / ((x * x) + 1));
        yield return new("Div number", [3], (g, x) => g.Div("d", x, 3), static x => x / 3);
        yield return new("Number div", [3], (g, x) => g.Div("d", 2, g.Add("p", g.Mul("q", x, x), 1)), static x => 2 / ((x * x) + 1));
    }

    /// <summary>Distinct numbers between −1 and 1, without a random stream.</summary>
    public static Tensor Numbers(params long[] shape)
    {
        var count = shape.Aggregate(1L, static (a, b) => a * b);
        float[] values = [.. Enumerable.Range(0, (int)count).Select(static i => (float)Math.Sin((i * 1.7) + 0.3))];
        return tensor(values).reshape(shape);
    }
}
