namespace DtcGen.Onnx;

/// <summary>How far inference goes, so that its time and memory stay in proportion to the file.</summary>
internal static class ShapeLimits
{
    /// <summary>The most dimensions of a value that is followed. Runtimes take far fewer.</summary>
    public const int Dimensions = 64;

    /// <summary>The most entries of a value that is followed. Shapes, axes and the like are this small; what is larger is data.</summary>
    public const int Contents = 64;

    /// <summary>The most numbers in an attribute that a rule reads.</summary>
    public const int Numbers = 512;

    /// <summary>How deep graphs inside nodes and calls of local functions may go.</summary>
    public const int Depth = 48;

    /// <summary>How often nodes inside bodies are gone through, beside once for each of the file's nodes.</summary>
    public const int BodyNodes = 100_000;
}
