using System.Collections.Immutable;

namespace DtcGen.Generators.Grouping;

/// <summary>The dimensions of a value. Of a model's input only those that an operation asked for are known, from the last.</summary>
internal sealed class Shape
{
    private const string Input = "they are the model's input";

    private readonly List<Axis> _fromLast;

    private readonly string _reason;

    // The value whose earlier dimensions this one shares, where not all are known yet.
    private readonly Shape? _leading;

    private Shape(IEnumerable<Axis> fromLast, Rank rank, Shape? leading = null, string reason = Input)
    {
        _reason = reason;
        _fromLast = [.. fromLast];
        _leading = leading;
        Rank = rank;
    }

    /// <summary>Of a tensor that the model holds: why what meets it stays.</summary>
    public string? Held { get; private init; }

    /// <summary>How many dimensions there are.</summary>
    public Rank Rank { get; }

    /// <summary>Whether <see cref="Known"/> are all the dimensions there are.</summary>
    public bool IsRankKnown => Rank.Count is not null;

    /// <summary>The dimensions known so far, in order.</summary>
    public ImmutableArray<Axis> Known
    {
        get
        {
            Fill((Rank.Count ?? 0) - 1);
            return [.. Enumerable.Reverse(_fromLast)];
        }
    }

    public static Shape OfInput() => new([], Rank.Unknown());

    /// <summary>The shape of a tensor that the model holds, whose sizes stay and are not known.</summary>
    public static Shape OfHeld(string reason) => new([], Rank.Unknown(), reason: reason) { Held = reason };

    public static Shape Of(params Axis[] axes) => new(Enumerable.Reverse(axes), Rank.Of(axes.Length));

    /// <summary>A shape of these sizes, whose neurons stay.</summary>
    public static Shape OfSizes(IEnumerable<long> sizes, string reason) => Of([.. sizes.Select(size => Axis.Fixed(reason, size))]);

    /// <summary>A shape by its dimensions from the last, which are all there are when they are known to be.</summary>
    public static Shape OfLast(IEnumerable<Axis> fromLast, bool isRankKnown)
    {
        var axes = fromLast.ToArray();
        return new Shape(axes, isRankKnown ? Rank.Of(axes.Length) : Rank.Unknown());
    }

    /// <summary>A dimension counted from the last, which is 0; null when there are not so many.</summary>
    public Axis? FromLast(int index)
    {
        if (!IsRankKnown || index < Rank.Count)
        {
            Fill(index);
        }

        return index < _fromLast.Count ? _fromLast[index] : null;
    }

    /// <summary>
    /// A dimension that an operation needs; one that stays where the value has not so many, which is an error when it
    /// runs.
    /// </summary>
    public Axis NeedFromLast(int index) => FromLast(index) ?? Axis.Fixed("their value has too few dimensions");

    /// <summary>A dimension as TorchSharp counts it: from the first, or from the last when negative; null when that is not known.</summary>
    public Axis? At(long dimension)
        => dimension < 0 ? FromLast((int)(-dimension - 1))
            : Rank.Count is { } rank && dimension < rank ? FromLast(rank - 1 - (int)dimension)
            : null;

    /// <summary>This shape, now that an operation tells how many dimensions it has.</summary>
    public Shape OfRank(int rank)
    {
        Rank.Learn(rank);
        return this;
    }

    /// <summary>Makes the neurons of every dimension stay, where it cannot be told which one an operation means.</summary>
    public void PinAll(string reason)
    {
        foreach (var axis in Known)
        {
            axis.Pin(reason);
        }
    }

    /// <summary>A shape with as many dimensions, whose last is another.</summary>
    public Shape WithLast(Axis last)
    {
        FromLast(0);
        return new([last, .. _fromLast.Skip(1)], Rank, this);
    }

    /// <summary>A shape with as many dimensions, of which the last ones are given from the last.</summary>
    public Shape WithTrailing(IEnumerable<Axis> fromLast) => new(fromLast, Rank, this);

    private void Fill(int index)
    {
        while (_fromLast.Count <= index)
        {
            _fromLast.Add(_leading?.FromLast(_fromLast.Count) ?? Axis.Fixed(_reason));
        }
    }
}
