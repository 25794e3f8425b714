using System.Collections.Immutable;

namespace DtcGen.Generators.Grouping;

/// <summary>The dimensions of a value. Of a model's input only those that an operation asked for are known, from the last.</summary>
internal sealed class Shape
{
    private const string Input = "they are the model's input";

    private readonly List<Axis> _fromLast;

    private Shape(IEnumerable<Axis> fromLast, bool isRankKnown)
    {
        _fromLast = [.. fromLast];
        IsRankKnown = isRankKnown;
    }

    /// <summary>Whether <see cref="Known"/> are all the dimensions there are.</summary>
    public bool IsRankKnown { get; }

    /// <summary>The dimensions known so far, in order.</summary>
    public ImmutableArray<Axis> Known => [.. Enumerable.Reverse(_fromLast)];

    public static Shape OfInput() => new([], isRankKnown: false);

    public static Shape Of(params Axis[] axes) => new(Enumerable.Reverse(axes), isRankKnown: true);

    public static Shape OfLast(IEnumerable<Axis> fromLast, bool isRankKnown) => new(fromLast, isRankKnown);

    /// <summary>A dimension counted from the last, which is 0; null when there are not so many.</summary>
    public Axis? FromLast(int index)
    {
        while (!IsRankKnown && _fromLast.Count <= index)
        {
            _fromLast.Add(Axis.Fixed(Input));
        }

        return index < _fromLast.Count ? _fromLast[index] : null;
    }

    /// <summary>A dimension as TorchSharp counts it: from the first, or from the last when negative; null when that is not known.</summary>
    public Axis? At(long dimension)
        => dimension < 0 ? FromLast((int)(-dimension - 1))
            : IsRankKnown && dimension < _fromLast.Count ? _fromLast[_fromLast.Count - 1 - (int)dimension]
            : null;

    public Shape WithLast(Axis last) => new([last, .. _fromLast.Skip(1)], IsRankKnown);
}
