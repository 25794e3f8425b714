namespace DtcGen.Onnx;

/// <summary>A model is not valid ONNX, or a file holds no model that can be read.</summary>
public sealed class OnnxModelException : Exception
{
    private const int MostShown = 20;

    /// <summary>An error about a file.</summary>
    /// <param name="message">The file, what is wrong with it, and what to do.</param>
    /// <param name="inner">The error behind it, if any.</param>
    public OnnxModelException(string message, Exception? inner = null)
        : base(message, inner) => Findings = [];

    /// <summary>An error about a model that breaks rules of the format.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="findings">The rules it breaks.</param>
    public OnnxModelException(string message, IReadOnlyList<OnnxFinding> findings)
        : base($"{message}{Environment.NewLine}{List(findings)}") => Findings = findings;

    /// <summary>The rules that the model breaks; empty when it could not be read at all.</summary>
    public IReadOnlyList<OnnxFinding> Findings { get; }

    private static string List(IReadOnlyList<OnnxFinding> findings)
        => string.Join(Environment.NewLine, findings.Take(MostShown))
            + (findings.Count > MostShown ? $"{Environment.NewLine}and {findings.Count - MostShown} more" : string.Empty);
}
