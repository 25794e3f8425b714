namespace DtcGen.Samples.InferenceApp;

/// <summary>
/// onnxruntime-web, by which the page runs models in the browser. A build takes it from npm, and goes on without it where
/// there is none.
/// </summary>
internal static class BrowserRuntime
{
    public const string Missing =
        "The page cannot run models in the browser: this build has no onnxruntime-web, which comes by npm. " +
        "Install Node.js (https://nodejs.org) and build again. The API works without it.";

    public static bool IsHere { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "ort", "ort.wasm.min.mjs"));
}
