namespace DtcGen.Samples.Paper;

/// <summary>Told how far the experiment is. Calls come from several threads.</summary>
internal interface IPaperProgress
{
    /// <summary>A cycle is done, or was found done in a checkpoint.</summary>
    /// <param name="method">The method.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="cycle">The cycle, from 0.</param>
    /// <param name="record">What it left behind.</param>
    /// <param name="resumed">Whether it comes from a checkpoint.</param>
    void CycleDone(PaperMethod method, int repeat, int cycle, PaperCycle record, bool resumed);
}
