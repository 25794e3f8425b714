using System.CommandLine;
using DtcGen.Onnx;

namespace DtcGen.Benchmarks;

/// <summary>The verb that the verb kills starts and kills: it writes one model and the other to the same file, again and again.</summary>
internal static class SwapRun
{
    /// <summary>The verb's name.</summary>
    public const string Verb = "swap-run";

    private const int Times = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from") { Required = true };
        var to = new Option<FileInfo>("--to") { Required = true };
        var command = new Command(Verb, "Replaces a model file again and again.") { from, to };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            OnnxModel[] models =
            [
                .. new[] { "pruned.onnx", "dense.onnx" }
                    .Select(name => OnnxModel.Load(Path.Combine(parsed.GetRequiredValue(from).FullName, name))),
            ];
            for (var i = 0; i < Times; i++)
            {
                models[i % models.Length].Save(parsed.GetRequiredValue(to).FullName);
                Thread.Sleep(Pause);
            }
        });
        return command;
    }
}
