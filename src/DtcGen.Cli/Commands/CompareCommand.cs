using System.CommandLine;
using DtcGen.Cli.Compare;
using DtcGen.Cli.Compare.Samples;
using DtcGen.Commands;
using DtcGen.Onnx;
using Spectre.Console;

namespace DtcGen.Cli.Commands;

/// <summary><c>dtc compare</c>: what a pruned model gained and lost.</summary>
internal static class CompareCommand
{
    private const int MostSamples = 10_000_000;
    private const int MostRuns = 1_000_000;

    /// <summary>The command with its options.</summary>
    /// <param name="console">Where the result goes.</param>
    /// <param name="error">Where progress goes.</param>
    public static Command Create(IAnsiConsole console, IAnsiConsole error)
    {
        var standard = new CompareOptions { Dense = string.Empty, Pruned = string.Empty };
        var dense = ModelOptions.Model("DENSE", "The ONNX file before pruning.");
        var pruned = ModelOptions.Model("PRUNED", "The ONNX file after pruning; it must take the same inputs.");
        var data = ModelOptions.Path(
            "--data",
            "DIR",
            "Run on the test images of MNIST (idx files) or CIFAR-10 (binary files) in this folder, whichever the model takes. Gives the accuracy. The pixels are normalised as the metadata mean and deviation of the files say, or --mean and --deviation.");
        var mean = Numbers(
            "--mean", "For --data: what is subtracted from a pixel / 255, a number or one for each channel, with commas between them.");
        var deviation = Numbers("--deviation", "For --data: what the difference is divided by, in the same way.");
        var inputs = ModelOptions.Path(
            "--inputs",
            "FILE",
            "Run on the arrays of an npz file: one for each input, by its name; an array named labels gives the accuracy. Numbers are rounded to the type that a model takes; for bfloat16, which NumPy lacks, save float32.",
            ".npz");
        var random = CountOption.Create(
            "--random", standard.Random, 1, MostSamples, "Run on N random samples: what happens without --data and --inputs. They show by how much the outputs differ, not whether classes agree.");
        var seed = CountOption.Create("--seed", standard.Seed, 0, int.MaxValue, "Where the random samples start.");
        var limit = new Option<int?>("--limit") { Description = "Run on the first N samples only.", HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 1)
            {
                result.AddError($"--limit: {value} is out of range; give a whole number from 1.");
            }
        });
        var runs = CountOption.Create("--runs", standard.Runs, 0, MostRuns, "Timed runs for each latency, after a tenth as many and at least 5 to warm up; 0 times nothing.");
        var dimensions = ModelOptions.Dimensions();
        var values = new Option<string[]>("--value")
        {
            Description = "With --random: a number that fills an input, by its name, instead of random ones: --value sr=16000. May be given several times.",
            HelpName = "NAME=NUMBER",
            DefaultValueFactory = _ => [],
        };
        values.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => !InputValues.TryParse(t.Value, out _)) is { } wrong)
            {
                result.AddError($"--value: '{wrong.Value}' is not NAME=NUMBER.");
            }
        });
        var difference = Limit("--max-difference", "X", "End with exit code 3 when two outputs differ by more.");
        var agreement = Limit(
            "--min-agreement", "SHARE", "End with exit code 3 when the argmax agrees in a smaller share of the samples (0 to 1). Needs --data or --inputs.");
        var drop = Limit("--max-accuracy-drop", "X", "End with exit code 3 when the accuracy is lower by more (0 to 1). Needs labels.");
        var json = ModelOptions.Json();

        var command = new DocumentedCommand(
            "compare",
            "Compare a pruned ONNX file with the dense one: the outputs' difference, argmax agreement and accuracy, latency (median and 95th percentile, batch 1 and 32, one thread and all), parameters, bytes, and the speed-up against the ratio of multiply-adds.",
            ToolExitCode.HelpWith("a limit is not kept"),
            ("dtc compare dense.onnx pruned.onnx --data mnist", "on MNIST's test images, with accuracy"),
            (
                "dtc compare dense.onnx pruned.onnx --data cifar --mean 0.5,0.5,0.5 --deviation 0.25,0.25,0.25",
                "where the files do not say how pixels are normalised"),
            ("dtc compare dense.onnx pruned.onnx --inputs batch.npz", "on your own arrays, as numpy.savez writes them"),
            ("dtc compare dense.onnx pruned.onnx --random 1000 --runs 0", "outputs only, on random samples"),
            ("dtc compare a.onnx b.onnx --value sr=16000 --dim x.1=512", "an input that is one number, and an open size that has no name"),
            ("dtc compare dense.onnx pruned.onnx --data mnist --max-accuracy-drop 0.01 --json report.json", "a gate for a build"))
        {
            dense, pruned, data, mean, deviation, inputs, random, seed, limit, runs, dimensions, values, difference, agreement, drop, json,
        };
        command.Validators.Add(result =>
        {
            Option[] given = [.. new Option[] { data, inputs, random }.Where(o => result.GetResult(o) is { Implicit: false })];
            if (given.Length > 1)
            {
                result.AddError($"{string.Join(" and ", given.Select(o => o.Name))} cannot go together: choose one source of samples.");
            }

            if (result.GetResult(values) is { Implicit: false } && given.Any(o => o != random))
            {
                result.AddError("--value goes with random samples only.");
            }

            var numbers = new Option[] { mean, deviation }.Count(o => result.GetResult(o) is { Implicit: false });
            if (numbers == 1 || (numbers == 2 && !given.Contains(data)))
            {
                result.AddError("--mean and --deviation go together, and with --data.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new CompareOptions
            {
                Dense = parsed.GetRequiredValue(dense),
                Pruned = parsed.GetRequiredValue(pruned),
                Data = parsed.GetValue(data),
                Normalization = (parsed.GetValue(mean), parsed.GetValue(deviation)) is ({ Length: > 0 } m, { Length: > 0 } d)
                    ? (m, d)
                    : null,
                Inputs = parsed.GetValue(inputs),
                Random = parsed.GetValue(random),
                Seed = parsed.GetValue(seed),
                Limit = parsed.GetValue(limit),
                Runs = parsed.GetValue(runs),
                Dimensions = parsed.GetValue(dimensions) ?? [],
                Values = parsed.GetValue(values) ?? [],
                Limits = new CompareLimits(parsed.GetValue(difference), parsed.GetValue(agreement), parsed.GetValue(drop)),
                Json = ModelOptions.JsonOf(parsed, json),
            };
            return Task.Run(() => new CompareRun(options, console, error).Run(cancellation), CancellationToken.None);
        });
        return command;
    }

    private static Option<float[]?> Numbers(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER,…",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && OnnxFacts.ParseNumbers(token.Value) is { } numbers)
            {
                return [.. numbers];
            }

            result.AddError($"{name}: give a number, or one for each channel with commas between them.");
            return null;
        },
    };

    private static Option<double?> Limit(string name, string helpName, string description)
        => new(name) { Description = description, HelpName = helpName };
}
