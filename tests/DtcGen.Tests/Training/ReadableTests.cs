using System.Globalization;
using DtcGen.Training;

namespace DtcGen.Tests.Training;

/// <summary>What a compression leaves prints so that it can be read, whatever the culture.</summary>
public sealed class ReadableTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ReadableTests()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public void GroupsSayWhatTheirLayersDo()
    {
        var group = new NeuronGroup(0, "conv1", [
            new("conv1", NeuronRole.Producer),
            new("norm", NeuronRole.PerNeuron),
            new("conv2", NeuronRole.Producer),
            new("conv1", NeuronRole.Producer),
            new("head", NeuronRole.Consumer),
        ]);
        Assert.Equal("conv1: made by conv1 and conv2, with norm, taken by head", group.ToString());
        Assert.Equal("a: made by a", new NeuronGroup(1, "a", [new("a", NeuronRole.Producer)]).ToString());
    }

    [Fact]
    public void ACompressionSaysWhatItLeft()
    {
        var cycle = Cycle(1, 0.5125, metric: 0.97954) with { Groups = [Record("fc1", 8, 3), Record("fc2", 6, 4)] };
        Assert.Equal(
            "cycle 1: 7 neurons left (51.3 % gone), loss 0.1235, metric 0.9795\n  fc1: 8 to 3 neurons\n  fc2: 6 to 4 neurons", cycle.ToString());
        Assert.EndsWith("loss 0.1235\n  fc1: 8 to 3 neurons\n  fc2: 6 to 4 neurons", $"{cycle with { Metric = null }}", StringComparison.Ordinal);

        var state = new CompressState([10, 6], 400, [cycle with { Cycle = 0 }, cycle]);
        Assert.Equal("2 cycles, 400 steps, 51.3 % gone\n  fc1: 3 of 10 neurons\n  fc2: 4 of 6 neurons", state.ToString());
        Assert.Equal($"completed: {state}", new CompressResult(state, true).ToString());
        Assert.Equal($"cancelled: {state}", new CompressResult(state, false).ToString());
        Assert.Equal("0 cycles, 0 steps, 0.0 % gone\n  group 0: 10 of 10 neurons", new CompressState([10], 0, []).ToString());
    }

    [Fact]
    public void APruningSaysWhatItLeft()
    {
        Assert.Equal("fc1: 2 of 8 neurons, scores 0.125 to 2.5", new PrunedGroup("fc1", 8, [1, 4], 0.125, 2.5).ToString());
        Assert.Equal("fc2: 0.3333 lost by the clip, 0.25 after the refit", new RefittedLayer("fc2", 1 / 3.0, 0.25).ToString());
        Assert.Equal("up: not refitted, it is transposed", new RefittedLayer("up", null, null, "it is transposed").ToString());
    }

    private static GroupRecord Record(string name, int before, int after) => new()
    {
        Name = name,
        NeuronsBefore = before,
        NeuronsAfter = after,
        Kept = [.. Enumerable.Range(0, after)],
        EntropyPrevious = null,
        EntropyNext = null,
    };

    private static CycleRecord Cycle(int number, double sparsity, double? metric) => new()
    {
        Cycle = number,
        Groups = [],
        Neurons = 7,
        Sparsity = sparsity,
        Loss = 0.12345,
        Metric = metric,
        TrainSeconds = 1,
        ClipSeconds = 1,
        EvaluateSeconds = 1,
    };
}
