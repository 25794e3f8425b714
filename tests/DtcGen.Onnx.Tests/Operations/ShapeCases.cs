using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>Operations that move entries about, reduce them, multiply matrices, or compute entry by entry.</summary>
internal static class ShapeCases
{
    public static IEnumerable<OperationCase> All() => Moving().Concat(Joining()).Concat(Reducing()).Concat(Computing());

    private static IEnumerable<OperationCase> Moving()
    {
        yield return new("View", [2, 3, 4], (g, x) => g.View("v", x, x.Shape[0], -1), static x => x.view(x.shape[0], -1));
        yield return new(
            "Reshape batch inside", [2, 3], (g, x) => g.Reshape("v", x, 3, x.Shape[0], 2), static x => x.reshape(3, x.shape[0], 2));
        yield return new(
            "Reshape batch joined", [2, 6], (g, x) => g.Reshape("v", x, x.Shape[0] * 2, 3, 2), static x => x.reshape(x.shape[0] * 2, 3, 2));
        yield return new(
            "Reshape heads",
            [5, 8],
            (g, x) => g.Reshape("v", x, x.Shape[0], x.Shape[1], 2, x.Shape[2] / 2),
            static x => x.reshape(x.shape[0], x.shape[1], 2, x.shape[2] / 2));
        yield return new("Reshape by run", [2, 6], (g, x) => g.Reshape("v", x, 2, x.Shape[0], 6), static x => x.reshape(2, x.shape[0], 6));
        yield return new("Unflatten", [6, 2], (g, x) => g.Unflatten("v", x, 1, 2, -1), static x => x.unflatten(1, 2, -1));
        yield return new("Transpose", [2, 3, 4], (g, x) => g.Transpose("t", x, 1, -1), static x => x.transpose(1, -1));
        yield return new("Transpose batch", [2, 3], (g, x) => g.Transpose("t", x, 0, 1), static x => x.transpose(0, 1));
        yield return new("Permute", [2, 3, 4], (g, x) => g.Permute("t", x, 0, -1, 1, 2), static x => x.permute(0, 3, 1, 2));
        yield return new("Unsqueeze", [2, 3], (g, x) => g.Unsqueeze("u", x, -1), static x => x.unsqueeze(-1));
        yield return new("Squeeze", [1, 3], (g, x) => g.Squeeze("s", x, 1), static x => x.squeeze(1));
        yield return new("Squeeze of another size", [2, 3], (g, x) => g.Squeeze("s", x, 1), static x => x.squeeze(1));
    }

    private static IEnumerable<OperationCase> Joining()
    {
        yield return new("Cat", [2, 3], (g, x) => g.Cat("c", [x, g.Neg("n", x), x], 1), static x => cat([x, -x, x], 1));
        yield return new("Cat batch", [3], (g, x) => g.Cat("c", [x, x]), static x => cat([x, x], 0));
        yield return new("Stack", [3], (g, x) => g.Stack("c", [x, g.Neg("n", x)], -1), static x => stack([x, -x], -1));
        yield return new("Chunk", [7, 2], (g, x) => g.Chunk("c", x, 3, 1)[2], static x => x.chunk(3, 1)[2]);
        yield return new("Chunk gives fewer", [5], (g, x) => g.Chunk("c", x, 4, 1)[^1], static x => x.chunk(4, 1)[^1]);
        yield return new("Split by size", [7], (g, x) => g.Split("c", x, 3, 1)[1], static x => x.split(3, 1)[1]);
        yield return new("Split by sizes", [7], (g, x) => g.Split("c", x, [1, 4, 2], -1)[1], static x => x.split([1L, 4, 2], -1)[1]);
        yield return new("Slice", [9], (g, x) => g.Slice("c", x, 1, 1, 8, 3), static x => x.slice(1, 1, 8, 3));
        yield return new("Slice from the end", [9], (g, x) => g.Slice("c", x, -1, -4, -1, 1), static x => x.slice(1, -4, -1, 1));
        yield return new(
            "Slice beyond the end", [9], (g, x) => g.Slice("c", x, 1, 5, long.MaxValue, 1), static x => x.slice(1, 5, long.MaxValue, 1));
        yield return new("Narrow", [9], (g, x) => g.Narrow("c", x, 1, 2, 4), static x => x.narrow(1, 2, 4));
        yield return new("Select", [4, 3], (g, x) => g.Select("c", x, 1, -2), static x => x.select(1, -2));
    }

    private static IEnumerable<OperationCase> Reducing()
    {
        yield return new("Mean", [3, 4], (g, x) => g.Mean("r", x, [1]), static x => x.mean([1]));
        yield return new("Mean kept", [3, 4, 2], (g, x) => g.Mean("r", x, [-1, 2], true), static x => x.mean([-1, 2], true));
        yield return new("Mean of all", [3, 4], (g, x) => g.Mean("r", x), static x => x.mean());
        yield return new("Sum", [3, 4], (g, x) => g.Sum("r", x, [1, 2]), static x => x.sum([1L, 2]));
        yield return new("Sum of all", [2], (g, x) => g.Sum("r", x), static x => x.sum()) { Tolerance = 1e-4 };
        yield return new("Amax", [3, 4], (g, x) => g.Amax("r", x, [-1]), static x => x.amax([-1L]));
        yield return new("Amin kept", [3, 4], (g, x) => g.Amin("r", x, [1, 2], true), static x => x.amin([1L, 2], true));
    }

    private static IEnumerable<OperationCase> Computing()
    {
        var matrix = FullyConnectedCases.Numbers(4, 5);
        var row = FullyConnectedCases.Numbers(4);
        yield return new("Matmul", [3, 4], (g, x) => g.Matmul("m", x, g.Parameter("w", matrix)), x => x.matmul(matrix));
        yield return new("Matmul with a vector", [3, 4], (g, x) => g.Matmul("m", x, g.Parameter("w", row)), x => x.matmul(row));
        yield return new("Mm", [4], (g, x) => g.Mm("m", x, g.Parameter("w", matrix)), x => x.mm(matrix));
        yield return new(
            "Bmm", [3, 4], (g, x) => g.Bmm("m", x, g.Transpose("t", x, 1, 2)), static x => x.bmm(x.transpose(1, 2)))
        { Tolerance = 1e-4 };

        yield return new("Clamp", [6], (g, x) => g.Clamp("n", x, -1, 2), static x => x.clamp(-1, 2));
        yield return new("Clamp below", [6], (g, x) => g.Clamp("n", x, min: -1), static x => x.clamp(min: -1));
        yield return new("Clamp above", [6], (g, x) => g.Clamp("n", x, max: 1), static x => x.clamp(max: 1));
        yield return new("Abs", [6], (g, x) => g.Abs("n", x), static x => x.abs());
        yield return new("Neg", [6], (g, x) => g.Neg("n", x), static x => x.neg());
        yield return new("Exp", [6], (g, x) => g.Exp("n", x), static x => x.exp()) { Input = static s => randn(s) };
        yield return new("Log", [6], (g, x) => g.Log("n", x), static x => x.log()) { Input = static s => rand(s) + 0.1 };
        yield return new("Sqrt", [6], (g, x) => g.Sqrt("n", x), static x => x.sqrt()) { Input = static s => rand(s) };
        yield return new("Rsqrt", [6], (g, x) => g.Rsqrt("n", x), static x => x.rsqrt()) { Input = static s => rand(s) + 0.1 };
        yield return new(
            "Reciprocal", [6], (g, x) => g.Reciprocal("n", x), static x => x.reciprocal())
        { Input = static s => rand(s) + 0.1 };
        yield return new("Square", [6], (g, x) => g.Square("n", x), static x => x.square());
        yield return new("Pow", [6], (g, x) => g.Pow("n", x, 3), static x => x.pow(3)) { Input = static s => randn(s) };
        yield return new("Pow of values", [6], (g, x) => g.Pow("n", x, x), static x => x.pow(x)) { Input = static s => rand(s) + 0.5 };
        yield return new("Maximum", [4], (g, x) => g.Maximum("n", x, g.Parameter("w", row)), x => x.maximum(row));
        yield return new("Minimum", [4], (g, x) => g.Minimum("n", x, g.Parameter("w", row)), x => x.minimum(row));
        yield return new("Whole numbers divided", [4], (g, x) => g.Div("n", g.Add("a", x, 1), 2), static x => (x + 1) / 2)
        {
            ElementType = OnnxElementType.Int64,
            Input = static shape => randint(0, 10, shape, ScalarType.Int64),
        };
        yield return new("Whole numbers and others", [4], (g, x) => g.Mul("n", x, g.Parameter("w", row)), x => x * row)
        {
            ElementType = OnnxElementType.Int64,
            Input = static shape => randint(0, 10, shape, ScalarType.Int64),
        };
    }
}
