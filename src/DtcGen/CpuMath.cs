namespace DtcGen;

/// <summary>How libtorch computes on the CPU.</summary>
public static class CpuMath
{
    // MKL is a part of it in the packages for Linux.
    private static readonly string[] Libraries = ["libtorch_cpu", "libmkl"];

    /// <summary>
    /// On Linux, has libtorch's matrix products not depend on where in memory their inputs lie, by MKL's environment variable
    /// MKL_CBWR=AUTO. By default the last digits of a product with few columns do, and a tensor that was made from an array lies
    /// elsewhere in every process: two runs from one seed then part. It costs nothing that could be measured (docs/repeatable.md).
    /// </summary>
    /// <remarks>
    /// Call it first thing in the program: the variable is read once, by the first computation. It is set for the C library, which is
    /// where MKL looks, and for processes started later. The same numbers on another kind of processor are more than it promises:
    /// MKL_CBWR=COMPATIBLE in the program's environment does more, and takes twice the time.
    /// </remarks>
    /// <returns>
    /// True when this call set the variable; false when it left things as they are, because the variable is set already, by the user or
    /// by an earlier call, or because this is not Linux.
    /// </returns>
    /// <exception cref="InvalidOperationException">It is too late: libtorch is loaded, and nobody set the variable before.</exception>
    public static bool ComputeRepeatably()
        => LoadTimeVariable.Set("MKL_CBWR", "AUTO", Libraries, $"{nameof(CpuMath)}.{nameof(ComputeRepeatably)}");
}
