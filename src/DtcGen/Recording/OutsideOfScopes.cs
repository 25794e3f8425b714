using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// Runs a model where no dispose scope of the caller's is open: what its forward makes and keeps, such as a mask that it computes
/// once, would end with that scope.
/// </summary>
internal static class OutsideOfScopes
{
    /// <summary>A tensor, or a copy of it that outlives the scope of the forward's own in which it was made.</summary>
    public static Tensor Keep(Tensor tensor)
        => CurrentDisposeScope is null ? tensor : tensor.detach().clone().DetachFromDisposeScope();

    public static void Run(Action action)
    {
        if (CurrentDisposeScope is null)
        {
            action();
            return;
        }

        // Scopes belong to their thread, and have no way to be set aside.
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
