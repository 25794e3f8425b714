using TorchSharp;

namespace DtcGen.Tests.Shared;

/// <summary>What some work costs, counted on the thread that does it.</summary>
/// <param name="Tensors">How many tensors it made.</param>
/// <param name="Live">How many of them are there afterwards.</param>
/// <param name="Bytes">What it took from .NET's memory.</param>
internal sealed record WorkCost(long Tensors, long Live, long Bytes)
{
    /// <summary>Does the work and counts.</summary>
    public static WorkCost Of(Action work)
    {
        var (made, live, bytes) = (Made(), LiveTensors, GC.GetAllocatedBytesForCurrentThread());
        work();
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new WorkCost(Made() - made, LiveTensors - live, bytes);
    }

    /// <summary>How many tensors of this thread there are.</summary>
    public static long LiveTensors => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    private static long Made()
    {
        var tensors = DisposeScopeManager.Statistics.TensorStatistics;
        return tensors.CreatedInScopeCount + tensors.CreatedOutsideScopeCount;
    }
}
