namespace TorchSharp;

/// <summary>How many objects of one kind a thread has created and disposed, in and out of dispose scopes.</summary>
public class LifetimeStatistics
{
    /// <summary>Objects created while no dispose scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Objects disposed that no dispose scope owned.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Objects created into a dispose scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Objects disposed while a dispose scope owned them.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Objects that a dispose scope took over after their creation.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Objects taken out of the dispose scope that owned them.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Objects created minus objects disposed.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        DisposedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DisposedInScopeCount = 0;
        AttachedToScopeCount = 0;
        DetachedFromScopeCount = 0;
    }

    /// <summary>All counts in one line.</summary>
    /// <returns>Names and values.</returns>
    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; "
        + $"DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; CreatedInScopeCount: {CreatedInScopeCount}; "
        + $"DisposedInScopeCount: {DisposedInScopeCount}; AttachedToScopeCount: {AttachedToScopeCount}; "
        + $"DetachedFromScopeCount: {DetachedFromScopeCount}";
}
