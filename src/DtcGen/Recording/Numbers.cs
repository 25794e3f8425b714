using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace DtcGen.Recording;

/// <summary>Reads the numbers among recorded arguments, whatever their types.</summary>
internal static class Numbers
{
    /// <summary>A whole number, or null when it is none.</summary>
    public static long? Long(object? value) => value switch
    {
        Scalar scalar
            => scalar.Type is TorchSharp.torch.ScalarType.Float32 or TorchSharp.torch.ScalarType.Float64 ? null : scalar.ToInt64(),
        string text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        bool or float or double => null,
        IConvertible number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whole numbers as settings of an operation.</summary>
    public static IReadOnlyList<object?> Boxed(long[] numbers) => [.. numbers.Select(static number => (object?)number)];

    /// <summary>A number, or null when it is none.</summary>
    public static double? Double(object? value) => value switch
    {
        Scalar scalar => scalar.Type == TorchSharp.torch.ScalarType.Bool ? (scalar.ToBoolean() ? 1 : 0) : scalar.ToDouble(),
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        bool truth => truth ? 1 : 0,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whole numbers from one, a list, a tuple or a shape; null when they are none.</summary>
    public static long[]? Longs(object? value)
    {
        if (Long(value) is { } one)
        {
            return [one];
        }

        var items = value switch
        {
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
            TorchSharp.torch.Size size => size.Select(static item => (object?)item),
            IEnumerable list and not string => list.Cast<object?>(),
            _ => null,
        };
        var numbers = items?.Select(Long).ToArray();
        return numbers is null || numbers.Any(static number => number is null) ? null : [.. numbers.Select(static number => number!.Value)];
    }
}
