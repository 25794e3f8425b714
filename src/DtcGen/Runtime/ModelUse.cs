using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DtcGen.Runtime;

/// <summary>
/// A use of a model, from its making to its disposal. A use that changes the model's tensors or modes, and any use by another
/// thread, refuse each other: to give a tensor other memory while libtorch computes with it can end the process. Called by
/// generated code.
/// </summary>
/// <remarks>
/// A thread here is a flow of control, as <see cref="AsyncLocal{T}"/> follows it: what an evaluation awaits on other threads, or starts
/// there, belongs to the run that called it. A forward that a program calls by itself is no use that is seen.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelUse : IDisposable
{
    private static readonly ConditionalWeakTable<object, List<ModelUse>> Uses = [];
    private static readonly AsyncLocal<ModelUse?> Outermost = new();

    private readonly List<ModelUse> _uses;
    private readonly ModelUse? _outermost = Outermost.Value;
    private readonly string _what;
    private readonly bool _changes;

    private ModelUse(object model, string what, bool changes)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_uses, _what, _changes) = (Uses.GetOrCreateValue(model), what, changes);
        lock (_uses)
        {
            if (_uses.Find(Refuses) is { } other)
            {
                throw new InvalidOperationException(
                    $"'{model.GetType().Name}' is in use by another thread ({other._what}), which this use ({what}) would break. "
                    + "A model belongs to one thread at a time: use it in turn, or behind a lock.");
            }

            _uses.Add(this);
        }

        Outermost.Value = Flow;
    }

    private ModelUse Flow => _outermost ?? this;

    /// <summary>Begins a use that only reads the model's tensors, or changes their entries in place.</summary>
    /// <param name="model">The model.</param>
    /// <param name="what">What the use is, for errors.</param>
    /// <exception cref="InvalidOperationException">Another thread is changing the model.</exception>
    public static ModelUse Read(object model, string what) => new(model, what, changes: false);

    /// <summary>Begins a use that gives the model's tensors other memory, or the model another mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="what">What the use is, for errors.</param>
    /// <exception cref="InvalidOperationException">Another thread uses the model.</exception>
    public static ModelUse Change(object model, string what) => new(model, what, changes: true);

    /// <summary>Ends the use.</summary>
    public void Dispose()
    {
        lock (_uses)
        {
            _uses.Remove(this);
        }

        Outermost.Value = _outermost;
    }

    private bool Refuses(ModelUse other) => (_changes || other._changes) && !ReferenceEquals(Flow, other.Flow);
}
