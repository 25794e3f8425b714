namespace DtcGen.Sweeps.Tests;

/// <summary>A test on a real Slurm, which it starts itself.</summary>
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = SlurmCluster.Lack;
}
