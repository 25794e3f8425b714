using DtcGen.Onnx;

namespace DtcGen.Cli.Check;

/// <summary>What the checker found; its JSON form is what <c>--json</c> writes.</summary>
/// <param name="File">The model file.</param>
/// <param name="Valid">Whether it keeps all rules; null when it breaks none and part of it is not known.</param>
/// <param name="Findings">The rules it breaks, in the order of the file.</param>
/// <param name="NotKnown">What cannot be told right from wrong.</param>
internal sealed record CheckResult(
    string File, bool? Valid, IReadOnlyList<OnnxFinding> Findings, IReadOnlyList<OnnxFinding> NotKnown);
