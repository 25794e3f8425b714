namespace DtcGen.Samples.Tests;

/// <summary>Sets environment variables for a while; null removes one.</summary>
internal sealed class ScopedEnvironment : IDisposable
{
    private readonly List<(string Name, string? Value)> _before = [];

    public ScopedEnvironment(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose() => _before.ForEach(v => Environment.SetEnvironmentVariable(v.Name, v.Value));
}
