using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Grouping;

/// <summary>Finds how a variable's neurons lie along a dimension that it is part of.</summary>
internal sealed class Layouts(AxisGraph axes)
{
    /// <summary>Null when the entries of a neuron could not be found at run time.</summary>
    public Layout? Find(Axis axis, Axis variable)
    {
        var root = axis.Root;
        if (root == variable)
        {
            return Layout.Whole;
        }

        var holding = root.Parts.Where(part => part.Variables.Contains(variable)).ToArray();
        if (holding is not [var held] || Find(held, variable) is not { } inside)
        {
            return null;
        }

        var index = root.Parts.IndexOf(held);
        var (before, after) = (root.Parts.Take(index), root.Parts.Skip(index + 1));
        return root.Form == AxisForm.Product ? Within(inside, before, after) : Among(inside, before, after);
    }

    private static Layout? Within(Layout inside, IEnumerable<Axis> before, IEnumerable<Axis> after)
    {
        var layout = inside with { Outer = inside.Outer * Sizes(before), Inner = inside.Inner * Sizes(after) };

        // One unknown factor follows from the others at run time, two do not.
        var isRest = layout.Before.Concat(layout.After).Any(static size => size.IsRest);
        return layout is { Outer: null, Inner: null } || (isRest && layout is not { Outer: 1, Inner: 1 }) ? null : layout;
    }

    private Layout? Among(Layout inside, IEnumerable<Axis> before, IEnumerable<Axis> after)
    {
        if (inside is not { Outer: 1, Inner: 1 })
        {
            return null;
        }

        var layout = inside with
        {
            Before = before.Select(Size).Concat(inside.Before).ToEquatableArray(),
            After = inside.After.Concat(after.Select(Size)).ToEquatableArray(),
        };
        return layout.Before.Concat(layout.After).Count(static size => size.IsRest) > 1 ? null : layout;
    }

    private static long? Sizes(IEnumerable<Axis> axes) => axes.Aggregate((long?)1, static (product, axis) => product * axis.Size);

    private PartSize Size(Axis part)
    {
        // A pinned dimension keeps the size that it was made with.
        if (part.Size is { } size && part.Variables.All(static variable => variable.Pinned is not null))
        {
            return new PartSize(null, size);
        }

        var producer = axes.Uses.FirstOrDefault(use => use.Role == Role.Producer && use.Axis.Root == part.Root);
        return producer is null ? PartSize.Rest : new PartSize(producer.Layer, null);
    }
}
