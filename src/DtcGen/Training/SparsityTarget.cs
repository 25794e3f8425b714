namespace DtcGen.Training;

/// <summary>The share of neurons that has left when a schedule is through.</summary>
internal static class SparsityTarget
{
    /// <summary>Checks that it is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not lie in [0, 1).</exception>
    public static double Check(double targetSparsity) => targetSparsity >= 0 && targetSparsity < 1
        ? targetSparsity
        : throw new ArgumentOutOfRangeException(nameof(targetSparsity), targetSparsity, "The sparsity must lie in [0, 1).");

    /// <summary>How many neurons are left: the nearest multiple of a number, and at least that.</summary>
    /// <param name="initial">How many there were.</param>
    /// <param name="targetSparsity">The share that has left.</param>
    /// <param name="multipleOf">The number.</param>
    public static int CountLeft(int initial, double targetSparsity, int multipleOf = 1)
        => multipleOf * Math.Max(1, (int)Math.Round(initial * (1 - targetSparsity) / multipleOf, MidpointRounding.AwayFromZero));
}
