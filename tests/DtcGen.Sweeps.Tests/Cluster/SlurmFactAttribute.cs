namespace DtcGen.Sweeps.Tests;

/// <summary>A test on a real Slurm, which it starts itself.</summary>
internal sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel"];

    public SlurmFactAttribute() => Skip = !OperatingSystem.IsLinux() ? "Slurm runs on Linux."
        : Programs.FirstOrDefault(static p => Find(p) is null) is { } program ? $"There is no {program} here (Debian: slurm-wlm, munge)."
        : Environment.UserName != "root" ? "Slurm is started by root."
        : null;

    /// <summary>Where a program of Slurm's is; null where it is not.</summary>
    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
