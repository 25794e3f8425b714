namespace TorchSharp;

/// <summary>A function of two elements, applied to runs of them.</summary>
internal interface IBinaryKernel<TIn, TOut>
    where TIn : unmanaged
    where TOut : unmanaged
{
    void Apply(ReadOnlySpan<TIn> x, ReadOnlySpan<TIn> y, Span<TOut> result);
}
