using DtcGen.Criteria;

namespace DtcGen.Samples.Paper;

/// <summary>A criterion of one run, with what the run's report and checkpoints need of it.</summary>
internal interface IPaperCriterion : ICriterion
{
    /// <summary>What the weight rays showed at the last scoring, or null for a criterion without them.</summary>
    RayRecord? Rays { get; }

    /// <summary>What it remembers between clips, for checkpoints; empty when nothing.</summary>
    IReadOnlyList<int> Memory { get; set; }
}
