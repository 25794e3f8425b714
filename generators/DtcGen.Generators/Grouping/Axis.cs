using System.Collections.Immutable;

namespace DtcGen.Generators.Grouping;

/// <summary>
/// A dimension of a value: a variable of the union-find, or made of others. Dimensions that must have the same
/// neurons are united; a variable united with a dimension made of others is made of them from then on.
/// </summary>
internal sealed class Axis
{
    private Axis? _united;
    private string? _pin;
    private long? _size;
    private bool _isTaken;

    private Axis(AxisForm form, ImmutableArray<Axis> parts, long? size)
    {
        (Form, Parts, _size) = (form, parts, size);
    }

    public AxisForm Form { get; }

    /// <summary>What it is made of, the slowest or first part first; empty for a variable.</summary>
    public ImmutableArray<Axis> Parts { get; }

    /// <summary>Why the neurons of this variable stay, or null when they can leave.</summary>
    public string? Pinned => Root._pin;

    /// <summary>How many neurons it has, when that is known at compile time.</summary>
    public long? Size => Root.KnownSize();

    /// <summary>Whether something other than a layer takes its neurons, such as a product of two tensors that sums over them.</summary>
    public bool IsTaken => Root._isTaken;

    /// <summary>What stands for all dimensions united with this one.</summary>
    public Axis Root
    {
        get
        {
            var root = this;
            while (root._united is not null)
            {
                root = root._united;
            }

            return root;
        }
    }

    /// <summary>The variables it is made of; more than once where they occur more than once.</summary>
    public IEnumerable<Axis> Variables
        => Root is { Form: AxisForm.Variable } variable ? [variable] : Root.Parts.SelectMany(static part => part.Variables);

    public static Axis Variable(long? size = null) => new(AxisForm.Variable, [], size);

    public static Axis Fixed(string reason, long? size = null)
    {
        var axis = Variable(size);
        axis.Pin(reason);
        return axis;
    }

    /// <summary>A dimension of space or time, whose size is not known.</summary>
    public static Axis Space() => Fixed("they are places, not neurons");

    /// <summary>Dimensions laid out in one, the last of them fastest.</summary>
    public static Axis Product(IEnumerable<Axis> factors) => Of(AxisForm.Product, factors);

    /// <summary>Dimensions one after the other, as a concatenation has them.</summary>
    public static Axis Sum(IEnumerable<Axis> parts) => Of(AxisForm.Sum, parts);

    /// <summary>Makes the neurons of this dimension stay. The first reason holds.</summary>
    public void Pin(string reason)
    {
        foreach (var variable in Variables.ToArray())
        {
            variable._pin ??= reason;
        }
    }

    /// <summary>Takes over how many there really were; false when the number is known to be another.</summary>
    public bool Learn(long size)
    {
        var root = Root;
        if (root.Form == AxisForm.Variable)
        {
            root._size ??= size;
        }

        return root.Size is null || root.Size == size;
    }

    /// <summary>Notes that something other than a layer takes its neurons.</summary>
    public void Take()
    {
        foreach (var variable in Variables.ToArray())
        {
            variable._isTaken = true;
        }
    }

    /// <summary>Makes two dimensions the same neurons.</summary>
    public void Unite(Axis other)
    {
        var (left, right) = (Root, other.Root);
        if (left == right)
        {
            return;
        }

        if (right.Form == AxisForm.Variable)
        {
            Join(right, left);
        }
        else if (left.Form == AxisForm.Variable)
        {
            Join(left, right);
        }
        else if (left.Form == right.Form && left.Parts.Length == right.Parts.Length
            && left.Parts.Zip(right.Parts, HaveOneSize).All(static same => same))
        {
            foreach (var (part, counterpart) in left.Parts.Zip(right.Parts, static (a, b) => (a, b)))
            {
                part.Unite(counterpart);
            }
        }
        else
        {
            const string Mixed = "they meet neurons that were put together in another way";
            left.Pin(Mixed);
            right.Pin(Mixed);
        }
    }

    private static bool HaveOneSize(Axis left, Axis right) => left.Size is null || right.Size is null || left.Size == right.Size;

    private static void Join(Axis variable, Axis into)
    {
        if (into.Variables.Contains(variable) || !HaveOneSize(variable, into))
        {
            const string Unequal = "they meet neurons of another number";
            variable.Pin(Unequal);
            into.Pin(Unequal);
            return;
        }

        if (variable._pin is { } reason)
        {
            into.Pin(reason);
        }

        if (variable._isTaken)
        {
            into.Take();
        }

        into._size ??= variable._size;
        variable._united = into;
    }

    private static Axis Of(AxisForm form, IEnumerable<Axis> parts)
    {
        var flat = parts.Select(static part => part.Root).SelectMany(part => part.Form == form ? part.Parts : [part]).ToImmutableArray();
        return flat.Length == 1 ? flat[0] : new Axis(form, flat, null);
    }

    private long? KnownSize()
    {
        if (_size is not null || Form == AxisForm.Variable)
        {
            return _size;
        }

        var sizes = Parts.Select(static part => part.Size).ToArray();
        return sizes.Any(static size => size is null) ? null
            : Form == AxisForm.Sum ? sizes.Sum()
            : sizes.Aggregate(1L, static (product, size) => product * size!.Value);
    }
}
