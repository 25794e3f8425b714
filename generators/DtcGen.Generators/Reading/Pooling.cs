using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading;

/// <summary>A pooling: each channel on its own, over its neighbourhoods.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Layer">The name of the layer's class.</param>
/// <param name="Function">The name of the function.</param>
/// <param name="Settings">The names of its settings, as the layer's factory and the function call them alike.</param>
internal sealed record Pooling(OperatorKind Kind, string Layer, string Function, params string[] Settings)
{
    public static ImmutableArray<Pooling> All { get; } =
    [
        new(OperatorKind.MaxPool1d, "MaxPool1d", "max_pool1d", "kernel_size", "stride", "padding", "dilation", "ceil_mode"),
        new(OperatorKind.MaxPool2d, "MaxPool2d", "max_pool2d", "kernel_size", "stride", "padding", "dilation", "ceil_mode"),
        new(OperatorKind.AvgPool1d, "AvgPool1d", "avg_pool1d", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad"),
        new(OperatorKind.AvgPool2d, "AvgPool2d", "avg_pool2d", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad"),
        new(OperatorKind.AdaptiveAvgPool1d, "AdaptiveAvgPool1d", "adaptive_avg_pool1d", "output_size"),
        new(OperatorKind.AdaptiveAvgPool2d, "AdaptiveAvgPool2d", "adaptive_avg_pool2d", "output_size"),
    ];

    /// <summary>Over how many dimensions, the last ones, it runs.</summary>
    public int Dimensions => Layer.EndsWith("1d", StringComparison.Ordinal) ? 1 : 2;

    public static Pooling? ByLayer(string layer) => All.FirstOrDefault(pooling => pooling.Layer == layer);

    public static Pooling? ByFunction(string function) => All.FirstOrDefault(pooling => pooling.Function == function);

    /// <summary>A setting as an argument: a size for each dimension that the pooling runs over.</summary>
    public Argument Argument(object? value)
    {
        var integer = Modules.Constants.ToInteger(value);
        return value is null or bool ? new Argument(CSharpText.Literal(value), null)
            : integer is { } size ? new Argument($"[{string.Join(", ", Enumerable.Repeat(size, Dimensions))}]", integer)
            : new Argument(
                CSharpText.Literal(value),
                value is object?[] sizes && sizes.Distinct().Count() == 1 ? Modules.Constants.ToInteger(sizes[0]) : null);
    }
}
