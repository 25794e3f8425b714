namespace TorchSharp;

/// <summary>Keeps the stack of dispose scopes of each thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? threadSingleton;

    /// <summary>The creation and disposal counts of the current thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.StatisticsInstance;

    internal static DisposeScopeManager ThreadSingleton => threadSingleton ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    internal static DisposeScope NewDisposeScope()
    {
        DisposeScopeManager manager = ThreadSingleton;
        return manager.CurrentDisposeScope = new DisposeScope(manager, manager.CurrentDisposeScope);
    }

    /// <summary>Counts a new tensor and gives it to the current scope, if there is one.</summary>
    internal DisposeScope? Register(Tensor tensor)
    {
        if (CurrentDisposeScope is not { } scope)
        {
            StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
            return null;
        }

        StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
        scope.Include(tensor);
        return scope;
    }

    /// <summary>Takes a scope off the stack; scopes above it that were not disposed go with it.</summary>
    internal void Remove(DisposeScope scope)
    {
        for (DisposeScope? s = CurrentDisposeScope; s is not null; s = s.OuterScope)
        {
            if (ReferenceEquals(s, scope))
            {
                CurrentDisposeScope = scope.OuterScope;
                return;
            }
        }
    }
}
