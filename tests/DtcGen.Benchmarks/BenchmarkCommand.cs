using System.CommandLine;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>The command line of one verb.</summary>
internal static class BenchmarkCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static Command Create(IBenchmark benchmark)
    {
        Option<int?> threads = new("--threads") { Description = "Threads to measure with (default: 1 and all processors)." };
        Option<FileInfo?> json = new("--json") { Description = "Writes the results here as JSON." };
        Option<string?> data = new("--data") { Description = "Folder of the MNIST idx files (default: environment variable DTC_DATA)." };
        Option<bool> alone = new("--alone") { Description = "Measures this engine only, without its peers." };
        Command command = new(benchmark.Name, benchmark.Description) { threads, json, data, alone };
        command.SetAction(parsed =>
        {
            BenchmarkSettings settings = new(
                parsed.GetValue(threads) is { } count ? [count] : DefaultThreads(),
                parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("DTC_DATA"),
                !parsed.GetValue(alone));
            IReadOnlyList<BenchmarkResult> results = benchmark.Run(settings);
            Print(results);
            if (parsed.GetValue(json) is { } file)
            {
                File.WriteAllText(file.FullName, JsonSerializer.Serialize(results, Json) + "\n");
            }

            return 0;
        });
        return command;
    }

    private static int[] DefaultThreads()
        => Environment.ProcessorCount > 1 ? [1, Environment.ProcessorCount] : [1];

    private static void Print(IReadOnlyList<BenchmarkResult> results)
    {
        foreach (BenchmarkResult result in results)
        {
            string line = FormattableString.Invariant($"{result.Name,-36} {result.Threads} threads: {result.Ours,10:0.0000} {result.Unit}");
            Console.WriteLine(result.Peer is null ? line : FormattableString.Invariant($"{line}, {result.PeerName} {result.Peer,10:0.0000}, ratio {result.Ratio:0.000}"));
        }
    }
}
