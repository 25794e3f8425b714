namespace TorchSharp;

/// <summary>A function of one element, applied to a run of them.</summary>
internal interface IUnaryKernel<TIn, TOut>
    where TIn : unmanaged
    where TOut : unmanaged
{
    void Apply(ReadOnlySpan<TIn> x, Span<TOut> result);
}
