namespace TorchSharp.Kernels;

/// <summary>A delegate as a range job.</summary>
internal readonly struct ActionJob(Action<nint, nint> body) : IRangeJob
{
    public void Run(nint from, nint to) => body(from, to);
}
