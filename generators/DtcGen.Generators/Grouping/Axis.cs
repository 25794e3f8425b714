using System.Collections.Immutable;

namespace DtcGen.Generators.Grouping;

/// <summary>
/// A dimension of a value: a variable of the union-find, or a product of dimensions that were flattened into one,
/// the slowest first. Dimensions that must have the same neurons are united.
/// </summary>
internal sealed class Axis
{
    private Axis? _parent;
    private string? _pin;
    private long? _size;

    private Axis(ImmutableArray<Axis> factors, long? size)
    {
        Factors = factors;
        _size = size;
    }

    /// <summary>The dimensions that were flattened into this one; empty for a variable.</summary>
    public ImmutableArray<Axis> Factors { get; }

    /// <summary>Why the neurons of this variable stay, or null when they can leave.</summary>
    public string? Pinned => Root._pin;

    /// <summary>How many neurons it has, when that is known at compile time.</summary>
    public long? Size => Root._size;

    /// <summary>What stands for all united variables.</summary>
    public Axis Root
    {
        get
        {
            var root = this;
            while (root._parent is not null)
            {
                root = root._parent;
            }

            return root;
        }
    }

    public static Axis Variable(long? size = null) => new([], size);

    public static Axis Fixed(string reason)
    {
        var axis = Variable();
        axis.Pin(reason);
        return axis;
    }

    public static Axis Product(IEnumerable<Axis> axes)
    {
        var factors = axes.SelectMany(static axis => axis.Factors.Length == 0 ? [axis] : axis.Factors).ToImmutableArray();
        return factors.Length == 1 ? factors[0] : new Axis(factors, null);
    }

    /// <summary>Makes the neurons of this dimension stay. The first reason holds.</summary>
    public void Pin(string reason)
    {
        foreach (var factor in Factors)
        {
            factor.Pin(reason);
        }

        Root._pin ??= reason;
    }

    /// <summary>Makes two dimensions the same neurons.</summary>
    public void Unite(Axis other)
    {
        if (Factors.Length != other.Factors.Length)
        {
            const string Mixed = "they meet neurons that were flattened in another way";
            Pin(Mixed);
            other.Pin(Mixed);
            return;
        }

        foreach (var (factor, counterpart) in Factors.Zip(other.Factors, static (a, b) => (a, b)))
        {
            factor.Unite(counterpart);
        }

        var (root, joined) = (Root, other.Root);
        if (root != joined)
        {
            joined._parent = root;
            root._pin ??= joined._pin;
            root._size ??= joined._size;
        }
    }
}
