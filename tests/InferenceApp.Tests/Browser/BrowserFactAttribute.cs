namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A test of the page that needs Chromium or Chrome on this machine, and is skipped with a message where there is none.</summary>
internal sealed class BrowserFactAttribute : PageFactAttribute
{
    private const string Variable = "DTC_BROWSER";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    public BrowserFactAttribute()
    {
        if (Executable is null)
        {
            Skip =
                $"No browser: {string.Join(", ", Names)} are not in PATH. Install Chromium (Debian: apt-get install chromium), or name one in {Variable}.";
        }
    }

    public static string? Executable { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
