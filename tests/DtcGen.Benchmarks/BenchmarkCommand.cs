using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The command line of one verb.</summary>
internal static class BenchmarkCommand
{
    public static Command Create(IBenchmark benchmark)
    {
        Option<int?> threads = new("--threads") { Description = "Threads to measure with (default: 1 and 2)." };
        Option<FileInfo?> json = new("--json") { Description = "Writes the results here as JSON." };
        Option<bool> alone = new("--alone") { Description = "Measures us only, without a peer." };
        Option<DirectoryInfo?> torchPruning = new("--torch-pruning")
        {
            Description = "Folder of Torch-Pruning's work tree (github.com/VainF/Torch-Pruning).",
        };
        Command command = new(benchmark.Name, benchmark.Description) { threads, json, alone };
        if (benchmark.NeedsTorchPruning)
        {
            command.Options.Add(torchPruning);
        }

        command.SetAction(parsed =>
        {
            BenchmarkSettings settings = new(
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
