using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What of a layer's weight are its neurons.</summary>
internal static class RecordedLayers
{
    /// <summary>A layer's weight.</summary>
    public static Parameter Weight(nn.Module layer) => layer switch
    {
        Linear linear => linear.weight,
        Convolution convolution => convolution.weight,
        Embedding embedding => embedding.weight!,
        _ => throw new NotSupportedException($"A {layer.GetType().Name} makes no neurons."),
    };

    /// <summary>The dimension of the weight that the outputs lie along; the inputs lie along the other of the first two.</summary>
    public static int OutputDimension(nn.Module layer) => layer is Embedding || layer is Convolution { transposed: true } ? 1 : 0;

    /// <summary>How many outputs it has now.</summary>
    public static long Outputs(nn.Module layer) => Weight(layer).shape[OutputDimension(layer)];
}
