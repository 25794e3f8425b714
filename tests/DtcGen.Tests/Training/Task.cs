using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Training;

/// <summary>A small task that a network learns in a few steps: which of four numbers is the largest.</summary>
internal static class Task
{
    public const int Inputs = 4;

    public static (Tensor Inputs, Tensor Targets)[] Batches(int count, int size = 64)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var values = Enumerable.Range(0, size * Inputs).Select(_ => (float)random.NextDouble()).ToArray();
            var targets = Enumerable.Range(0, size)
                .Select(row => (long)Enumerable.Range(0, Inputs).MaxBy(i => values[(row * Inputs) + i]))
                .ToArray();
            return (tensor(values, new long[] { size, Inputs }).DetachFromDisposeScope(), tensor(targets).DetachFromDisposeScope());
        })];
    }

    public static TwoLayers Model(int hidden = 24, int groups = 2)
    {
        random.manual_seed(3);
        return new TwoLayers(Inputs, hidden, Inputs, groups);
    }

    public static CompressOptions Options(IClipSchedule schedule) => new()
    {
        Batches = DtcGen.Training.Batches.InOrder(Batches(4)),
        Schedule = schedule,
        StepsPerCycle = 10,
        Optimizer = parameters => optim.Adam(parameters, 1e-2),
    };
}
