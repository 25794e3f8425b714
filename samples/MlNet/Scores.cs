using Microsoft.ML.Data;

/// <summary>What comes out for a row.</summary>
internal sealed class Scores
{
    /// <summary>The file's output, by its name there: a score for each digit.</summary>
    [ColumnName("output")]
    public float[] Output { get; set; } = [];

    /// <summary>The digit, handed on.</summary>
    public uint Label { get; set; }
}
