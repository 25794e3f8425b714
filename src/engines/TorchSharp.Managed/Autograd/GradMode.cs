namespace TorchSharp;

/// <summary>Whether operations on this thread are recorded for backward.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool disabled;

    private readonly bool before;

    private GradMode(bool enabled)
    {
        before = disabled;
        disabled = !enabled;
    }

    internal static bool IsEnabled => !disabled;

    /// <summary>Sets the mode until the result is disposed.</summary>
    internal static GradMode Set(bool enabled) => new(enabled);

    /// <summary>Sets the mode back.</summary>
    public void Dispose() => disabled = before;
}
