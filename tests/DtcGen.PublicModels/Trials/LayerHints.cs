using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Finds what a model's layers take.</summary>
internal static class LayerHints
{
    private const int Most = 8;

    /// <summary>What the layers of a model take, without repetition, in the order of their registration.</summary>
    public static IReadOnlyList<LayerHint> Of(nn.Module model)
        => [
            .. model.named_modules().Select(static item => item.module).Prepend(model).Select(Taken).OfType<LayerHint>()
                .Concat(model.named_parameters(recurse: false).Where(static item => item.parameter.ndim > 0)
                    .Select(static item => new LayerHint(LayerHintKind.Features, item.parameter.shape[^1])))
                .Distinct()
                .Take(Most)
        ];

    private static LayerHint? Taken(nn.Module module) => module switch
    {
        Conv1d or ConvTranspose1d => new(LayerHintKind.Signal, Channels((Convolution)module)),
        Conv2d or ConvTranspose2d => new(LayerHintKind.Image, Channels((Convolution)module)),
        Conv3d or ConvTranspose3d => new(LayerHintKind.Volume, Channels((Convolution)module)),
        Linear linear => new(LayerHintKind.Features, linear.weight.shape[1]),
        Embedding embedding => new(LayerHintKind.Words, embedding.weight!.shape[0]),
        BatchNorm1d norm when norm.weight is { } weight => new(LayerHintKind.Signal, weight.shape[0]),
        BatchNorm2d norm when norm.weight is { } weight => new(LayerHintKind.Image, weight.shape[0]),
        BatchNorm3d norm when norm.weight is { } weight => new(LayerHintKind.Volume, weight.shape[0]),
        GroupNorm norm when norm.weight is { } weight => new(LayerHintKind.Image, weight.shape[0]),
        LayerNorm norm when norm.weight is { } weight => new(LayerHintKind.Features, weight.shape[^1]),
        LSTM or GRU or RNN => new(LayerHintKind.Features, module.get_parameter("weight_ih_l0")?.shape[1] ?? 0),
        _ => null,
    };

    private static long Channels(Convolution convolution)
        => convolution.transposed ? convolution.weight.shape[0] : convolution.weight.shape[1] * convolution.groups;
}
