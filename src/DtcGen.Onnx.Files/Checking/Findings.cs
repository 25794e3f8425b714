namespace DtcGen.Onnx;

/// <summary>Gathers what the rules find.</summary>
internal sealed class Findings
{
    private readonly List<OnnxFinding> _broken = [];
    private readonly Dictionary<(string Rule, string Message), (string Location, int Count)> _notKnown = [];

    public OnnxVerdict Verdict => new(
        _broken,
        [
            .. _notKnown.Select(static f => new OnnxFinding(
                f.Key.Rule, f.Key.Message, f.Value.Count == 1 ? f.Value.Location : $"{f.Value.Location} and {f.Value.Count - 1} more"))
        ]);

    public bool AnyBroken => _broken.Count > 0;

    public void Broken(string rule, string message, string location) => _broken.Add(new OnnxFinding(rule, message, location));

    /// <summary>What is said of many places is said once, with the first.</summary>
    public void NotKnown(string rule, string message, string location)
        => _notKnown[(rule, message)] = _notKnown.TryGetValue((rule, message), out var known)
            ? (known.Location, known.Count + 1)
            : (location, 1);
}
