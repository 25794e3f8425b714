namespace TorchSharp;

/// <summary>
/// Owns the tensors and other disposables made on this thread while it is the innermost open scope, and disposes
/// them when it is disposed.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);
    private DisposeScopeManager? manager;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outerScope)
    {
        this.manager = manager;
        OuterScope = outerScope;
    }

    /// <summary>The number of disposables that the scope owns.</summary>
    public int DisposablesCount => disposables.Count;

    /// <summary>A copy of the list of disposables that the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. disposables];

    internal DisposeScope? OuterScope { get; }

    private LifetimeStatistics Statistics =>
        (manager ?? throw new ObjectDisposedException(nameof(DisposeScope))).StatisticsInstance.TensorStatistics;

    /// <summary>Takes a disposable into the scope, out of any scope that owns it.</summary>
    /// <param name="disposable">What the scope shall dispose.</param>
    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            if (tensor.OwningDisposeScope is { } owner)
            {
                owner.disposables.Remove(tensor);
            }
            else if (!tensor.IsInvalid)
            {
                Statistics.AttachedToScopeCount++;
            }
        }

        AddTo(this, disposable);
    }

    /// <summary>Takes disposables into the scope.</summary>
    /// <param name="disposables">What the scope shall dispose.</param>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes disposables into the scope.</summary>
    /// <param name="disposables">What the scope shall dispose.</param>
    /// <returns>The same disposables as a list.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] list = [.. disposables];
        foreach (IDisposable disposable in list)
        {
            Attach(disposable);
        }

        return list;
    }

    /// <summary>Whether the scope owns a disposable.</summary>
    /// <param name="disposable">The disposable to look for.</param>
    /// <returns>True when the scope will dispose it.</returns>
    public bool Contains(IDisposable disposable) => disposables.Contains(disposable);

    /// <summary>Takes a disposable out of the scope: nobody disposes it but its user.</summary>
    /// <typeparam name="T">The disposable's type.</typeparam>
    /// <param name="disposable">What to take out.</param>
    /// <returns>The disposable itself.</returns>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        DetachOne(disposable);
        return disposable;
    }

    /// <summary>Takes disposables out of the scope.</summary>
    /// <param name="disposables">What to take out.</param>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes disposables out of the scope.</summary>
    /// <param name="disposables">What to take out.</param>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            DetachOne(disposable);
        }
    }

    /// <summary>Takes two disposables out of the scope.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Detach((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Takes three disposables out of the scope.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <typeparam name="T3">The third disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <param name="third">The third disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Detach((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes the scope's disposables and closes the scope.</summary>
    public void Dispose()
    {
        if (manager is { } open)
        {
            DisposeEverything();
            open.Remove(this);
            manager = null;
        }
    }

    /// <summary>Disposes everything that the scope owns.</summary>
    public void DisposeEverything() => DisposeEverythingBut((IEnumerable<IDisposable>)[]);

    /// <summary>Disposes everything that the scope owns but some; the scope goes on owning those.</summary>
    /// <param name="inKeep">What to keep.</param>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        LifetimeStatistics statistics = Statistics;
        HashSet<IDisposable> old = disposables;
        disposables = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in old)
        {
            if (disposables.Contains(disposable))
            {
                continue;
            }

            if (disposable is Tensor tensor)
            {
                tensor.Owner = null;
                if (!tensor.IsInvalid)
                {
                    statistics.DisposedInScopeCount++;
                }

                tensor.DisposeUncounted();
            }
            else
            {
                disposable.Dispose();
            }
        }

        foreach (IDisposable disposable in disposables)
        {
            SetOwner(disposable, this);
        }
    }

    /// <summary>Disposes everything that the scope owns but some.</summary>
    /// <param name="keep">What to keep.</param>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything that the scope owns but one.</summary>
    /// <typeparam name="T">The disposable's type.</typeparam>
    /// <param name="keep">What to keep.</param>
    /// <returns>What was kept.</returns>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Disposes everything that the scope owns but two.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Disposes everything that the scope owns but three.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <typeparam name="T3">The third disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <param name="third">The third disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Tells the scope that a disposable of its own has been disposed.</summary>
    /// <param name="disposable">What was disposed.</param>
    public void MarkAsDisposed(IDisposable disposable)
    {
        disposables.Remove(disposable);
        if (disposable is Tensor)
        {
            Statistics.DisposedInScopeCount++;
        }

        SetOwner(disposable, null);
    }

    /// <summary>Moves a disposable to another scope, or out of all scopes.</summary>
    /// <typeparam name="T">The disposable's type.</typeparam>
    /// <param name="scope">The new owner, or null for none.</param>
    /// <param name="disposable">What to move.</param>
    /// <returns>The disposable itself.</returns>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        MoveOne(scope, disposable);
        return disposable;
    }

    /// <summary>Moves disposables to another scope, or out of all scopes.</summary>
    /// <param name="scope">The new owner, or null for none.</param>
    /// <param name="disposables">What to move.</param>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Moves disposables to another scope, or out of all scopes.</summary>
    /// <param name="scope">The new owner, or null for none.</param>
    /// <param name="disposables">What to move.</param>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            MoveOne(scope, disposable);
        }
    }

    /// <summary>Moves two disposables to another scope, or out of all scopes.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <param name="scope">The new owner, or null for none.</param>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Moves three disposables to another scope, or out of all scopes.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <typeparam name="T3">The third disposable's type.</typeparam>
    /// <param name="scope">The new owner, or null for none.</param>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <param name="third">The third disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Moves a disposable to the scope around this one, or out of all scopes if there is none.</summary>
    /// <typeparam name="T">The disposable's type.</typeparam>
    /// <param name="disposable">What to move.</param>
    /// <returns>The disposable itself.</returns>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <summary>Moves disposables to the scope around this one.</summary>
    /// <param name="disposables">What to move.</param>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Moves disposables to the scope around this one.</summary>
    /// <param name="disposables">What to move.</param>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Moves two disposables to the scope around this one.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        MoveToOther(OuterScope, (IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Moves three disposables to the scope around this one.</summary>
    /// <typeparam name="T1">The first disposable's type.</typeparam>
    /// <typeparam name="T2">The second disposable's type.</typeparam>
    /// <typeparam name="T3">The third disposable's type.</typeparam>
    /// <param name="first">The first disposable.</param>
    /// <param name="second">The second disposable.</param>
    /// <param name="third">The third disposable.</param>
    /// <returns>The disposables themselves.</returns>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        MoveToOther(OuterScope, (IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    internal void Include(Tensor tensor) => disposables.Add(tensor);

    /// <summary>Puts one tensor in another's place, so that a tensor taken over by a new object keeps its owner.</summary>
    internal void Replace(Tensor original, Tensor replacement)
    {
        if (disposables.Remove(original))
        {
            AddTo(this, replacement);
        }
    }

    private static void AddTo(DisposeScope? scope, IDisposable disposable)
    {
        scope?.disposables.Add(disposable);
        SetOwner(disposable, scope);
    }

    private static void SetOwner(IDisposable disposable, DisposeScope? owner)
    {
        if (disposable is Tensor tensor)
        {
            tensor.Owner = owner;
        }
    }

    private void DetachOne(IDisposable disposable)
    {
        if (disposables.Remove(disposable))
        {
            if (disposable is Tensor)
            {
                Statistics.DetachedFromScopeCount++;
            }

            SetOwner(disposable, null);
        }
    }

    private void MoveOne(DisposeScope? scope, IDisposable disposable)
    {
        if (scope is null)
        {
            DetachOne(disposable);
        }
        else if (disposables.Remove(disposable))
        {
            AddTo(scope, disposable);
        }
    }
}
