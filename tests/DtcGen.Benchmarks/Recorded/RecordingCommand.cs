using System.CommandLine;
using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what recording a model costs, beside one forward pass.</summary>
internal static class RecordingCommand
{
    private const int WarmUps = 2;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often each is timed.",
            DefaultValueFactory = static _ => 7,
        };
        var samples = new Option<long[]>("--samples")
        {
            Description = "How many samples the examples have.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [1, 8, 16],
        };
        var size = new Option<long>("--size")
        {
            Description = "The height and width of the pictures; small ones show what the recorder itself costs.",
            DefaultValueFactory = static _ => 224,
        };
        var command = new Command("recording", "Recording and grouping ResNet-50, beside one forward pass of the same example.")
        {
            json, rounds, samples, size,
        };
        command.SetAction(parsed =>
        {
            List<RecordingMeasurement> results = [];
            foreach (var count in parsed.GetRequiredValue(samples))
            {
                var result = Measure(count, parsed.GetValue(size), parsed.GetValue(rounds));
                Console.WriteLine(FormattableString.Invariant(
                    $"{result.Network}, {result.Samples,2} samples: forward {result.Forward:0} ms, Record {result.Record:0} ms, ratio {result.Record / result.Forward:0.00}"));
                results.Add(result);
            }

            ResultFile.Write(parsed.GetValue(json), results);
        });
        return command;
    }

    // Both take turns, so that both see the same machine.
    private static RecordingMeasurement Measure(long samples, long size, int rounds)
    {
        using var model = new ResNet50();
        model.eval();
        using var noGrad = no_grad();
        using var example = randn(samples, 3, size, size);
        List<double> forward = [], record = [];
        for (var round = -WarmUps; round < rounds; round++)
        {
            var one = Timing.Of(() => model.call(example).Dispose());
            Collect();
            var other = Timing.Of(() => model.Record(example));
            Collect();
            if (round >= 0)
            {
                forward.Add(one.TotalMilliseconds);
                record.Add(other.TotalMilliseconds);
            }
        }

        return new RecordingMeasurement(
            "ResNet-50", samples, ExampleInputs.OtherBatch(samples), Timing.Median(forward), Timing.Median(record));
    }

    // Tensors that nobody holds any more leave their memory now, and not in what is timed next.
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
