using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DtcGen.Samples;
using Spectre.Console;

namespace DtcGen.Benchmarks;

/// <summary>The verb that runs the main job, shortened, over multiples of the compressibility loss, with and without DTC.</summary>
internal static class CompressibilityCommand
{
    private const double DtcSparsity = 0.75;

    public static Command Create()
    {
        var lambdas = new Option<double[]>("--lambdas")
        {
            Description = "Multiples of the compressibility loss.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [0, 0.001, 0.003, 0.01, 0.03]
        };
        var data = new Option<string?>(
            "--data")
        { Description = "Folder of the MNIST idx files (default: environment variable DTC_DATA)." };
        var seed = new Option<long>("--seed") { Description = "Decides everything that is random.", DefaultValueFactory = _ => 42 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "compressibility",
            "What weights take after training with the compressibility loss, with and without DTC, on MNIST.")
            {
                lambdas, data, seed, json
            };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(lambdas),
            parsed.GetValue(data) ?? Environment.GetEnvironmentVariable(DataSource.FolderVariable),
            parsed.GetValue(seed),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(double[] lambdas, string? data, long seed, FileInfo? json, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(data))
        {
            await Console.Error.WriteLineAsync(
                $"The sweep needs MNIST: give --data DIR, or set the environment variable {DataSource.FolderVariable}.");
            return ExitCode.BadInput;
        }

        List<CompressibilityMeasurement> results = [];
        var folder = Directory.CreateTempSubdirectory("dtcgen-compressibility-").FullName;
        try
        {
            foreach (var dtc in new[] { false, true })
            {
                foreach (var lambda in lambdas)
                {
                    var code = await RunSampleAsync(lambda, dtc, data, seed, folder, cancellation);
                    if (code != ExitCode.Done)
                    {
                        return code;
                    }

                    var result = Read(Path.Combine(folder, "result.json"), dtc);
                    Print(result);
                    results.Add(result);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        ResultFile.Write(json, results);

        return 0;
    }

    private static async Task<int> RunSampleAsync(
        double lambda, bool dtc, string data, long seed, string folder, CancellationToken cancellation)
    {
        // The run's own words matter only when it fails, and then they go to the error stream.
        var silent = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null), Interactive = InteractionSupport.No });
        string[] args =
        [
            "--data", data, "--out", folder, "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--sparsity", (dtc ? DtcSparsity : 0).ToString(CultureInfo.InvariantCulture),
            "--compressibility", lambda.ToString(CultureInfo.InvariantCulture),
        ];
        return await SampleRunner.RunAsync(new ShortMnistSample(dtc), args, silent, Console.Error, cancellation);
    }

    private static CompressibilityMeasurement Read(string path, bool dtc)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement run = file.RootElement, compressibility = run.GetProperty(
            "compressibility"), model = run.GetProperty("pruned"), weights = compressibility.GetProperty("pruned");
        return new CompressibilityMeasurement
        {
            Lambda = compressibility.GetProperty("lambda").GetDouble(),
            Dtc = dtc,
            Neurons = model.GetProperty("neurons").GetInt64(),
            Accuracy = model.GetProperty("accuracy").GetDouble(),
            ThresholdedAccuracy = weights.GetProperty("accuracy").GetDouble(),
            Weights = weights.GetProperty("weights").GetInt64(),
            NonZeros = weights.GetProperty("nonZeros").GetInt64(),
            Sparsity = weights.GetProperty("sparsity").GetDouble(),
            BitsPerWeight = weights.GetProperty("bitsPerWeight").GetDouble(),
            BitsPerNonZero = weights.GetProperty("bitsPerNonZero").GetDouble(),
            Bytes = weights.GetProperty("deflateBytes").GetInt64(),
            EntropyBytes = weights.GetProperty("entropyBytes").GetInt64(),
            Dataset = run.GetProperty("dataset").GetString()!,
            Seed = run.GetProperty("seed").GetInt64(),
        };
    }

    private static void Print(CompressibilityMeasurement result) => Console.WriteLine(FormattableString.Invariant(
        $"λ {result.Lambda,-7} {(result.Dtc ? "with DTC   " : "without DTC")}: {result.Neurons} neurons, accuracy {result.ThresholdedAccuracy:0.0000} ({result.Accuracy:0.0000} in the file), {result.Sparsity:0.0000} of the weights zero, {result.BitsPerWeight:0.000} bits per weight, {result.Bytes:N0} bytes by DEFLATE, {result.EntropyBytes:N0} by entropy"));
}
