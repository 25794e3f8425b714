using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The command line of one verb.</summary>
internal static class BenchmarkCommand
{
    public static Command Create(IBenchmark benchmark)
    {
        var threads = new Option<int?>("--threads") { Description = "Threads to measure with (default: 1 and 2)." };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var alone = new Option<bool>("--alone") { Description = "Measures us only, without a peer." };
        var torchPruning = new Option<DirectoryInfo?>("--torch-pruning")
        {
            Description = "Folder of Torch-Pruning's work tree (github.com/VainF/Torch-Pruning).",
        };
        var command = new Command(benchmark.Name, benchmark.Description) { threads, json, alone };
        if (benchmark.NeedsTorchPruning)
        {
            command.Options.Add(torchPruning);
        }

        command.SetAction(parsed =>
        {
            var settings = new BenchmarkSettings(
                parsed.GetValue(threads) is { } count ? [count] : [1, 2],
                !parsed.GetValue(alone),
                benchmark.NeedsTorchPruning ? parsed.GetValue(torchPruning)?.FullName : null);
            var results = benchmark.Run(settings);
            foreach (var result in results)
            {
                Print(result);
            }

            ResultFile.Write(parsed.GetValue(json), results);
            return 0;
        });
        return command;
    }

    private static void Print(BenchmarkResult result)
    {
        var line = FormattableString.Invariant($"{result.Name,-48} {result.Threads} threads: {result.Ours,10:0.0000} {result.Unit}");
        Console.WriteLine(result.Peer is null
            ? line
            : FormattableString.Invariant($"{line}, {result.PeerName} {result.Peer,10:0.0000}, ratio {result.Ratio:0.000}"));
    }
}
