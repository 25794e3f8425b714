namespace DtcGen.Sweeps;

/// <summary>What <c>slurm</c> is to do.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Directives">Options for sbatch.</param>
/// <param name="Setup">Lines of bash before the cell.</param>
/// <param name="AtOnce">The most cells at a time; 0 for no limit of ours.</param>
/// <param name="Attempts">How often a cell is submitted that comes to no result.</param>
/// <param name="Poll">The time between two looks at the queue.</param>
/// <param name="Retries">Whether cells that failed run again.</param>
/// <param name="SubmitOnly">Whether to end after submitting.</param>
internal sealed record SlurmOptions(
    IReadOnlyCollection<int> Cells,
    IReadOnlyList<string> Directives,
    IReadOnlyList<string> Setup,
    int AtOnce,
    int Attempts,
    TimeSpan Poll,
    bool Retries,
    bool SubmitOnly);
