namespace DtcGen.Onnx;

/// <summary>The operator sets that DtcGen writes, and the file format version that each is written in.</summary>
public static class OnnxOpsets
{
    /// <summary>The oldest operator set that DtcGen writes.</summary>
    public const int Oldest = 13;

    /// <summary>The newest operator set that DtcGen reads and writes.</summary>
    public const int Newest = 26;

    /// <summary>The operator set written when none is asked for.</summary>
    public const int Default = 17;

    /// <summary>The newest file format (IR) version that DtcGen reads.</summary>
    public const int NewestIrVersion = 13;

    /// <summary>The file format (IR) version that came with an operator set; runtimes that know the set read it.</summary>
    /// <param name="opset">From <see cref="Oldest"/> to <see cref="Newest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another operator set.</exception>
    public static int IrVersion(int opset) => opset switch
    {
        13 or 14 => 7,
        15 or 16 or 17 or 18 => 8,
        19 or 20 => 9,
        21 or 22 => 10,
        23 => 11,
        24 => 12,
        25 or 26 => 13,
        _ => throw new ArgumentOutOfRangeException(nameof(opset), opset, $"Opset must be from {Oldest} to {Newest}."),
    };
}
