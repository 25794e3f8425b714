namespace DtcGen.Onnx;

/// <summary>What is known of a graph's values by name, with the values around a graph that lies inside a node in view.</summary>
internal sealed class Scope<T>(Scope<T>? outer)
{
    private readonly Dictionary<string, T> _here = new(StringComparer.Ordinal);

    /// <summary>The scope around this one; null for the model's graph and for a function's body.</summary>
    public Scope<T>? Outer => outer;

    /// <summary>Adds a value.</summary>
    /// <returns>False when it is there already, here or around; then nothing changes.</returns>
    public bool Add(string name, T value) => !Contains(name) && _here.TryAdd(name, value);

    public void Set(string name, T value) => _here[name] = value;

    public bool Contains(string name) => Find(name, out _);

    public T? Find(string name) => Find(name, out var value) ? value : default;

    /// <summary>The value of this scope alone.</summary>
    public T? FindHere(string name) => _here.GetValueOrDefault(name);

    private bool Find(string name, out T? value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._here.TryGetValue(name, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }
}
