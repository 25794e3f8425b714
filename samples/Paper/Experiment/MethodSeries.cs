namespace DtcGen.Samples.Paper;

/// <summary>One method run to the end with one seed.</summary>
/// <param name="Method">The method.</param>
/// <param name="Repeat">Which repeat it is, from 0.</param>
/// <param name="Seed">The seed of initialisation, measurements and batch order.</param>
/// <param name="Cycles">Its cycles, in order.</param>
internal sealed record MethodSeries(PaperMethod Method, int Repeat, long Seed, IReadOnlyList<PaperCycle> Cycles);
