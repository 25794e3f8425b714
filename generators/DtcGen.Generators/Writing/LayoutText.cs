using DtcGen.Generators.Grouping;

namespace DtcGen.Generators.Writing;

/// <summary>Writes how neurons lie along a layer's dimension, as the runtime's helpers take it.</summary>
internal static class LayoutText
{
    /// <summary>How many neurons a producer tells its group to have.</summary>
    public static string Count(Member counter, WritingContext context)
    {
        var each = counter.Layout.Outer!.Value * counter.Layout.Inner!.Value;
        return each == 1 ? context.Outputs(counter.Layer) : $"{context.Outputs(counter.Layer)} / {each}";
    }

    /// <summary>A layout as a last argument, with the comma before it; nothing for the plain one.</summary>
    public static string Argument(Layout layout, WritingContext context)
    {
        if (layout.IsWhole)
        {
            return string.Empty;
        }

        if (layout.Before.Count == 0 && layout.After.Count == 0)
        {
            switch (layout)
            {
                case { Outer: 1, Inner: null }:
                    return $", {context.Types[GeneratedNames.NeuronLayout]}.Blocks";
                case { Outer: null, Inner: 1 }:
                    return $", {context.Types[GeneratedNames.NeuronLayout]}.Repeats";
            }
        }

        var arguments = new List<string>();
        Add("outer", layout.Outer == 1 ? null : layout.Outer?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null");
        Add("before", Sum(layout.Before, context));
        Add("after", Sum(layout.After, context));
        Add("inner", layout.Inner == 1 ? null : layout.Inner?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null");
        return $", new {context.Types[GeneratedNames.NeuronLayout]}({string.Join(", ", arguments)})";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                arguments.Add($"{name}: {value}");
            }
        }
    }

    private static string? Sum(IReadOnlyList<PartSize> sizes, WritingContext context)
    {
        if (sizes.Count == 0)
        {
            return null;
        }

        return sizes.Any(static size => size.IsRest)
            ? "null"
            : string.Join(
                " + ",
                sizes.Select(size => size.Layer is { } layer
                    ? context.Outputs(layer)
                    : size.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
