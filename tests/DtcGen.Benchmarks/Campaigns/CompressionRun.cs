using System.CommandLine;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that the verb kills starts and kills: a compression that goes on from its checkpoint.</summary>
internal static class CompressionRun
{
    /// <summary>The verb's name.</summary>
    public const string Verb = "compression-run";

    /// <summary>The checkpoint's file.</summary>
    public const string Checkpoint = "run.checkpoint";

    /// <summary>The file of the weights at the end.</summary>
    public const string Weights = "weights.bin";

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Required = true };
        var clips = new Option<int>("--clips") { Required = true };
        var command = new Command(Verb, "A compression that goes on from its checkpoint.") { folder, clips };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(clips)));
        return command;
    }

    /// <summary>The model before the first cycle.</summary>
    public static SmallNet Model(int clips)
    {
        random.manual_seed(1);
        return new SmallNet(clips + 8);
    }

    private static int Run(string folder, int clips)
    {
        var checkpoint = Path.Combine(folder, Checkpoint);
        using var model = Model(clips);
        var state = File.Exists(checkpoint) ? CompressCheckpoint.Load(checkpoint, model) : null;
        using var generator = new Generator(2);
        var result = CompressTrain.Run(
            model,
            new CompressOptions
            {
                Batches = Batches.InOrder([(rand(32, 6, generator: generator), randint(4, 32, ScalarType.Int64, generator: generator))]),
                Schedule = new OneByOne(clips),
                StepsPerCycle = 20,
                Checkpoint = state => CompressCheckpoint.Save(checkpoint, model, state),
            },
            state);
        var weights = Path.Combine(folder, Weights);
        model.save(weights + ".part");
        File.Move(weights + ".part", weights, overwrite: true);
        return result.Completed ? 0 : 1;
    }
}
