namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads an operation uses at most.</summary>
    /// <returns>The number, the caller's thread included.</returns>
    public static int get_num_threads() => Kernels.Workers.ThreadCount;

    /// <summary>Sets how many threads an operation uses at most.</summary>
    /// <param name="num">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static void set_num_threads(int num) => Kernels.Workers.ThreadCount = num;
}
