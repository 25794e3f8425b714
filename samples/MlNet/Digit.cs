using Microsoft.ML.Data;

/// <summary>A row of the data: an image, and what it shows.</summary>
internal sealed class Digit
{
    /// <summary>The file's input, by its name there: 28 × 28 numbers, a row of the image after the other.</summary>
    [ColumnName("x")]
    [VectorType(28 * 28)]
    public float[] Pixels { get; set; } = [];

    /// <summary>The digit.</summary>
    public uint Label { get; set; }
}
