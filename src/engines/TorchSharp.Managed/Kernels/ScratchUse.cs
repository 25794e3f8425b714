namespace TorchSharp.Kernels;

/// <summary>What a piece of working memory is for; one thread may hold one of each at a time.</summary>
internal enum ScratchUse
{
    GemmLeft,
    GemmLeftAhead,
    GemmRight,
    GemmTurned,
    ConvolutionImage,
    ConvolutionWeights,
    ConvolutionOffsets,
    ConvolutionParts,
    ConvolutionPositions,
    ConvolutionPartial,
    Rows,
}
