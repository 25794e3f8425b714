using System.Globalization;

namespace DtcGen.Cli.Report;

/// <summary>Large numbers as people read them.</summary>
internal static class Quantity
{
    private static readonly string[] Prefixes = ["", " k", " M", " G", " T", " P", " E"];

    /// <summary>All digits, in groups of three.</summary>
    /// <param name="value">The number; null is unknown.</param>
    public static string Exact(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "unknown";

    /// <summary>Three digits and a decimal prefix, as in 4.09 G.</summary>
    /// <param name="value">The number; null is unknown.</param>
    public static string Short(long? value)
    {
        if (value is not { } number)
        {
            return "unknown";
        }

        double scaled = number;
        var prefix = 0;
        while (Math.Abs(scaled) >= 999.5 && prefix < Prefixes.Length - 1)
        {
            scaled /= 1000;
            prefix++;
        }

        var format = prefix == 0 || Math.Abs(scaled) >= 99.95 ? "0" : Math.Abs(scaled) >= 9.995 ? "0.0" : "0.00";
        return scaled.ToString(format, CultureInfo.InvariantCulture) + Prefixes[prefix];
    }

    /// <summary>A share, as in 12.5 %.</summary>
    /// <param name="part">The part; null is not counted.</param>
    /// <param name="whole">The whole; of nothing there is no share.</param>
    public static string Percent(double? part, double whole) => part is { } known && whole != 0 ? Percent(known / whole) : "–";

    /// <summary>A share, as in 12.5 %.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public static string Percent(double share)
        => double.IsNaN(share)
            ? "–"
            : (share * 100).ToString(share is > 0 and < 0.0005 ? "0.000" : "0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>How many times as large, as in 4.00×.</summary>
    /// <param name="ratio">The ratio.</param>
    public static string Times(double ratio) => double.IsFinite(ratio) ? ratio.ToString("0.00", CultureInfo.InvariantCulture) + "×" : "–";

    /// <summary>Milliseconds with three digits or so.</summary>
    /// <param name="value">The time.</param>
    public static string Milliseconds(double value)
        => value.ToString(value < 0.1 ? "0.0000" : value < 1 ? "0.000" : value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
