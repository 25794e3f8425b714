namespace DtcGen.Onnx;

/// <summary>Hands out names that are unique in one graph: the wanted one, else with _1, _2, … behind it.</summary>
internal sealed class OnnxNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastSuffix = new(StringComparer.Ordinal);

    public string Take(string wanted)
    {
        ArgumentException.ThrowIfNullOrEmpty(wanted);
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        var suffix = _lastSuffix.GetValueOrDefault(wanted);
        string name;
        do
        {
            name = $"{wanted}_{++suffix}";
        }
        while (!_taken.Add(name));
        _lastSuffix[wanted] = suffix;
        return name;
    }
}
