namespace TorchSharp.Kernels;

/// <summary>Work over a range of indices that <see cref="Workers"/> can split between threads without allocating.</summary>
internal interface IRangeJob
{
    /// <summary>Does the indices from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    void Run(nint from, nint to);
}
