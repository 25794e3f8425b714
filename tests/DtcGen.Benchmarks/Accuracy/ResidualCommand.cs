using System.CommandLine;
using DtcGen.Datasets;
using DtcGen.Sweeps;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>
/// The verb that measures what ResNet-20 can do right after it was pruned, and after some training, beside Torch-Pruning.
/// </summary>
internal static class ResidualCommand
{
    private const string DataVariable = "DTC_CIFAR10";

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of CIFAR-10's binary files (default: environment variable {DataVariable}).",
        };
        var torchPruning = new Option<string?>("--torch-pruning")
        {
            Description = "Work tree of github.com/VainF/Torch-Pruning, which prunes the same weights (default: it is left out).",
        };
        var seeds = new Option<int>("--seeds") { Description = "How many networks.", DefaultValueFactory = static _ => 3 };
        var images = new Option<int>("--images")
        {
            Description = "How many training images criteria and refit see.",
            DefaultValueFactory = static _ => 640,
        };
        var epochs = new Option<int>("--epochs")
        {
            Description = "How often each is trained on all images before it is pruned.",
            DefaultValueFactory = static _ => 8,
        };
        var later = new Option<int>("--later")
        {
            Description = "How often each is trained on all images after it was pruned.",
            DefaultValueFactory = static _ => 1,
        };
        var threads = new Option<int>("--threads") { Description = "Threads of a cell.", DefaultValueFactory = static _ => 1 };
        return SweepVerb.Create(
            "residual",
            "Accuracy on CIFAR-10 of ResNet-20 right after it was pruned in one call, and trained on, beside Torch-Pruning, as a sweep.",
            [data, torchPruning, seeds, images, epochs, later, threads],
            (parsed, repeated) =>
            {
                var folder = SweepVerb.Folder(parsed.GetValue(data), DataVariable);
                var peer = parsed.GetValue(torchPruning);
                return new Sweep(
                    "residual",
                    [Axis.Seeds(parsed.GetValue(seeds))],
                    cell =>
                    {
                        using var scope = NewDisposeScope();
                        set_num_threads(parsed.GetValue(threads));
                        return new ResidualNetworks(
                            Cifar10.Load(folder), parsed.GetValue(images), parsed.GetValue(epochs), parsed.GetValue(later), cell,
                            peer is null ? null : new ResidualPeer(peer, cell.Folder)).Measure();
                    })
                {
                    Settings = new Dictionary<string, string>
                    {
                        ["images"] = $"{parsed.GetValue(images)}",
                        ["epochs"] = $"{parsed.GetValue(epochs)}",
                        ["epochs after pruning"] = $"{parsed.GetValue(later)}",
                        ["peer"] = peer is null ? "none" : "Torch-Pruning",
                    },
                    Arguments = repeated,
                };
            });
    }
}
