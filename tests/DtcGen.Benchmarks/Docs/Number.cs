using System.Globalization;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>Numbers as the pages show them.</summary>
internal static class Number
{
    public static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>Three significant digits, more where the whole part has more.</summary>
    public static string Short(double value)
    {
        var size = Math.Abs(value);
        var decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : Math.Min(6, 2 - (int)Math.Floor(Math.Log10(size)));
        return value.ToString("N" + decimals.ToString(Invariant), Invariant);
    }

    public static string Short(JsonElement value) => value.ValueKind == JsonValueKind.Number ? Short(value.GetDouble()) : "—";
}
