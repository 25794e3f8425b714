using DtcGen.Tests.Shared;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxComparisonTests : IDisposable
{
    private const double Change = 0.25;
    private readonly TemporaryFolder _folder = new();
    private readonly OnnxArray _inputs = RandomArrays.Normal(41, 6);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TwoFilesAreComparedOnAllBatches()
    {
        var (dense, pruned) = Files();
        long[] labels = [.. Scores().Select(static scores => (long)Array.IndexOf(scores, scores.Max()))];
        labels[7] = (labels[7] + 1) % 4;

        var result = OnnxComparison.Compare(dense, pruned, [[_inputs.Samples(0, 37)], [_inputs.Samples(37, 4)]], labels);

        Assert.Equal(41, result.Samples);
        Assert.Equal(Change, result.MaxAbsDifference, 1e-6);
        Assert.Equal(40.0 / 41, result.DenseAccuracy);
        Assert.Equal(
            Scores().Select(Changed).Zip(labels).Count(static p => Array.IndexOf(p.First, p.First.Max()) == p.Second) / 41.0,
            result.PrunedAccuracy);
        Assert.True(result.PrunedAccuracy < result.DenseAccuracy);
    }

    [Fact]
    public void WithoutLabelsThereIsNoAccuracy()
    {
        var (dense, _) = Files();
        var result = OnnxComparison.Compare(dense, dense, [[_inputs]]);
        Assert.Equal(new OnnxComparisonResult(41, 0, 0, 1, null, null) { InputsByName = true, OutputsByName = true }, result);
    }

    [Fact]
    public void InputsAndOutputsGoByNameWhereTheyHaveTheSameAndElseByPlace()
    {
        // a: 2x + y and x. b: the same, asked for and given in the other order. c: as b, under other names.
        var (a, b, c) = (_folder.File("a.onnx"), _folder.File("b.onnx"), _folder.File("c.onnx"));
        Two("x", "y", "sum", "copy", isTurned: false).Save(a);
        Two("x", "y", "sum", "copy", isTurned: true).Save(b);
        Two("u", "v", "total", "same", isTurned: true).Save(c);
        OnnxArray[] batch = [_inputs, OnnxArray.Of([.. _inputs.ToDoubles().Select(static v => (float)(v * v))], 41, 6)];

        var byName = OnnxComparison.Compare(a, b, [batch]);
        Assert.Equal((0.0, true, true), (byName.MaxAbsDifference, byName.InputsByName, byName.OutputsByName));
        var byPlace = OnnxComparison.Compare(a, c, [batch]);
        Assert.True(byPlace is { MaxAbsDifference: > 1, InputsByName: false, OutputsByName: false });
        Assert.Equal(0, OnnxComparison.Compare(b, b, [batch]).MaxAbsDifference);

        static OnnxModel Two(string x, string y, string sum, string copy, bool isTurned)
        {
            var model = new HandMadeModel();
            foreach (var name in isTurned ? new[] { y, x } : [x, y])
            {
                model.Input(name, "batch", 6);
            }

            model.Node("Add", $"{x} {x} -> twice").Node("Add", $"twice {y} -> {sum}").Node("Identity", $"{x} -> {copy}");
            model.Build(isTurned ? copy : sum, OnnxElementType.Float, "batch", 6);
            return model.Build(isTurned ? sum : copy, OnnxElementType.Float, "batch", 6);
        }
    }

    [Fact]
    public void OfNoSamplesNothingIsSaidAndTooFewLabelsAre()
    {
        var (dense, _) = Files();
        var result = OnnxComparison.Compare(dense, dense, [[_inputs.Samples(0, 0)]], []);
        Assert.Equal((0, double.NaN, null), (result.Samples, result.MaxAbsDifference, result.DenseAccuracy));
        Assert.Equal("0 samples: nothing was compared.", result.ToString());
        Assert.Throws<OnnxModelException>(() => OnnxComparison.Compare(dense, dense, [[]]));
        var error = Assert.Throws<ArgumentException>(() => OnnxComparison.Compare(dense, dense, [[_inputs]], new long[40]));
        Assert.Contains("more samples than the 40 labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextComesOutAsAnErrorThatNamesIt()
    {
        var path = _folder.File("text.onnx");
        new HandMadeModel()
            .Input("x", "batch", 6)
            .Node("Cast", "x -> words", ("to", (int)OnnxElementType.String))
            .Build("words", OnnxElementType.String, "batch", 6)
            .Save(path);
        var error = Assert.Throws<OnnxModelException>(() => OnnxComparison.Compare(path, path, [[_inputs]]));
        Assert.Contains("words", error.Message, StringComparison.Ordinal);
    }

    private static double[] Changed(double[] scores) => [scores[0], scores[1], scores[2] + Change, scores[3]];

    private double[][] Scores()
    {
        float[] values = [.. _inputs.ToDoubles().Select(static v => (float)v)];
        return [.. values.Chunk(6).Select(static x => SmallNetwork.Compute(x))];
    }

    /// <summary>The small network, and the same with a constant added to its third score.</summary>
    private (string Dense, string Pruned) Files()
    {
        var (dense, pruned) = (_folder.File("dense.onnx"), _folder.File("pruned.onnx"));
        SmallNetwork.Make().Save(dense);
        var changed = SmallNetwork.Make();
        changed.Proto.Graph.Initializer.Add(HandMadeModel.Tensor("change", OnnxElementType.Float, [4], 0f, 0f, (float)Change, 0f));
        changed.Proto.Graph.Node[2].Input.Add("change");
        changed.Save(pruned);
        return (dense, pruned);
    }
}
