namespace DtcGen.Onnx;

/// <summary>What <see cref="OnnxChecker"/> makes of a model.</summary>
/// <param name="Broken">The rules that the model breaks, in the order of the file.</param>
/// <param name="NotKnown">What cannot be told right from wrong: it is newer than this checker, or another program's own.</param>
public sealed record OnnxVerdict(IReadOnlyList<OnnxFinding> Broken, IReadOnlyList<OnnxFinding> NotKnown)
{
    /// <summary>Whether everything in the model is known and keeps all rules.</summary>
    public bool IsValid => Broken.Count == 0 && NotKnown.Count == 0;
}
