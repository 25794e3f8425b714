namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording operations for backward on this thread.</summary>
    /// <returns>Dispose it to go back to the mode before.</returns>
    public static IDisposable no_grad() => GradMode.Set(false);

    /// <summary>Records operations for backward on this thread, also inside <see cref="no_grad"/>.</summary>
    /// <param name="enabled">Whether to record.</param>
    /// <returns>Dispose it to go back to the mode before.</returns>
    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    /// <summary>Says whether operations on this thread are recorded for backward.</summary>
    /// <param name="mode">Whether to record.</param>
    /// <returns>Dispose it to go back to the mode before.</returns>
    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    /// <summary>Stops recording operations for backward on this thread; for code that only infers.</summary>
    /// <param name="mode">False records as usual.</param>
    /// <returns>Dispose it to go back to the mode before.</returns>
    public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode);

    /// <summary>Whether operations on this thread are recorded for backward.</summary>
    /// <returns>False inside <see cref="no_grad"/>.</returns>
    public static bool is_grad_enabled() => GradMode.IsEnabled;
}
