namespace DtcGen.Sweeps;

/// <summary>What <c>run</c> is to do.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Processes">How many run at a time.</param>
/// <param name="Attempts">How often a cell is started whose process ends without a result.</param>
/// <param name="Retries">Whether cells that failed run again.</param>
internal sealed record LocalRunOptions(IReadOnlyCollection<int> Cells, int Processes, int Attempts, bool Retries);
