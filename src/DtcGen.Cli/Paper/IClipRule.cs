namespace DtcGen.Cli.Paper;

/// <summary>Decides which neurons stay at a clip. One instance serves one run.</summary>
internal interface IClipRule
{
    /// <summary>What it remembers between clips, for checkpoints; empty when nothing.</summary>
    IReadOnlyList<int> Memory { get; set; }

    /// <summary>Decides.</summary>
    /// <param name="sums">The ray sums, one per neuron on either side.</param>
    ClipChoice Choose(RaySums sums);
}
