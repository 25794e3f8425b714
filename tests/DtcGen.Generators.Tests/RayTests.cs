using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>The sums on either side of each neuron, against plain loops over the weights.</summary>
public sealed class RayTests
{
    [Fact]
    public void SumsAreSignedAndInDoublePrecision()
    {
        using var model = LoadedModel.From(Networks.Chain(1, bias: true));
        var sums = model.Neurons.SumRays(model.Group("fc1"));

        Assert.Equal(RowSums(model.Module, "fc1", static w => w), sums.Previous, Close);
        Assert.Equal(ColumnSums(model.Module, "fc2", static w => w), sums.Next, Close);
        Assert.Contains(sums.Previous, static sum => sum < 0);
    }

    [Fact]
    public void AMapIsAppliedToEachWeight()
    {
        using var model = LoadedModel.From(Networks.Chain(1, bias: false));
        var sums = model.Neurons.SumRays(model.Group("fc1"), static w => w.square());

        Assert.Equal(RowSums(model.Module, "fc1", static w => w * w), sums.Previous, Close);
        Assert.Equal(ColumnSums(model.Module, "fc2", static w => w * w), sums.Next, Close);
    }

    [Fact]
    public void MembersOfACoupledGroupAddUp()
    {
        using var model = LoadedModel.From(Networks.Of("Residual").Source);
        var sums = model.Neurons.SumRays(model.Group("enter"), static w => w.abs());
        string[] producers = ["enter", "first", "down"];
        string[] consumers = ["first", "up", "leave"];

        Assert.Equal(Total(producers.Select(layer => RowSums(model.Module, layer, Math.Abs))), sums.Previous, Close);
        Assert.Equal(Total(consumers.Select(layer => ColumnSums(model.Module, layer, Math.Abs))), sums.Next, Close);
    }

    [Fact]
    public void FlattenedNeuronsSumAllTheirColumns()
    {
        using var model = LoadedModel.From(ModelSource.Of("""
            private readonly Linear rows = Linear(6, 8);
            private readonly Linear all = Linear(32, 3);

            public override Tensor forward(Tensor x) => all.call(rows.call(x).tanh().flatten(1));
            """));
        var columns = ColumnSums(model.Module, "all", static w => w);
        var expected = Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 4).Sum(row => columns[(row * 8) + i]));

        Assert.Equal(expected, model.Neurons.SumRays(model.Group("rows")).Next, Close);
    }

    [Fact]
    public void SummingLeaksNoTensor()
    {
        using var model = LoadedModel.From(Networks.Of("Residual").Source);
        model.Neurons.SumRays(model.Group("enter"), static w => w.abs());
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 20; i++)
        {
            model.Neurons.SumRays(model.Group("enter"), static w => w.abs());
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12;

    private static double[] Total(IEnumerable<double[]> parts) => parts.Aggregate(static (a, b) => [.. a.Zip(b, static (x, y) => x + y)]);

    private static double[] RowSums(nn.Module network, string layer, Func<double, double> map)
    {
        var (values, rows, columns) = Weights(network, layer);
        return [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Sum(j => map(values[(i * columns) + j])))];
    }

    private static double[] ColumnSums(nn.Module network, string layer, Func<double, double> map)
    {
        var (values, rows, columns) = Weights(network, layer);
        return [.. Enumerable.Range(0, columns).Select(j => Enumerable.Range(0, rows).Sum(i => map(values[(i * columns) + j])))];
    }

    private static (float[] Values, int Rows, int Columns) Weights(nn.Module network, string layer)
    {
        var weight = LayerWeights.Linear(network, layer).weight;
        using var flat = weight.detach().flatten();
        return (flat.data<float>().ToArray(), (int)weight.shape[0], (int)weight.shape[1]);
    }
}
