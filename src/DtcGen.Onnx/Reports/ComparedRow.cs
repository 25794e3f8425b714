using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>A row of the table that compares two networks.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Dense">Its value before compression.</param>
/// <param name="Pruned">Its value after.</param>
/// <param name="Format">How both are written.</param>
/// <param name="IsShare">Whether the difference tells more than the ratio.</param>
internal sealed record ComparedRow(string Name, double? Dense, double? Pruned, string Format, bool IsShare = false)
{
    /// <summary>The row's cells.</summary>
    public string[] Cells() =>
    [
        Name,
        Text(Dense, Format),
        Text(Pruned, Format),
        IsShare ? Text(Pruned - Dense, "+0.0000;-0.0000;0.0000") : Text(Dense / Pruned, "F2"),
    ];

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
