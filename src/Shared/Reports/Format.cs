using System.Globalization;

namespace DtcGen.Reports;

/// <summary>Numbers as the reports show them.</summary>
internal static class Format
{
    /// <summary>An accuracy, share or entropy.</summary>
    /// <param name="value">The value; null or NaN is shown as undefined.</param>
    public static string Fixed(double? value)
        => value is { } v && double.IsFinite(v) ? v.ToString("0.0000", CultureInfo.InvariantCulture) : "undefined";

    /// <summary>A difference, with its sign.</summary>
    /// <param name="value">The value.</param>
    public static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    /// <summary>A small number.</summary>
    /// <param name="value">The value; null or NaN is shown as undefined.</param>
    public static string Small(double? value)
        => value is { } v && double.IsFinite(v) ? v.ToString("0.000e+00", CultureInfo.InvariantCulture) : "undefined";

    /// <summary>A count.</summary>
    /// <param name="value">The value.</param>
    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
