namespace DtcGen.Samples.InferenceApp;

/// <summary>What the user asked for.</summary>
internal sealed record AppOptions
{
    /// <summary>The folder whose .onnx files are served.</summary>
    public required string Models { get; init; }

    /// <summary>A folder with MNIST's test files for the gallery; null shows the built-in digits.</summary>
    public string? Data { get; init; }

    /// <summary>Where to listen, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5000";

    /// <summary>How many images may wait for each model before new ones are turned away.</summary>
    public int Queue { get; init; } = 256;

    /// <summary>The most images that a model is given at once.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>How long an image may wait for others to share its batch.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>How long a request may take, from its headers to its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest request accepted.</summary>
    public long MaxBytes { get; init; } = 64 * 1024;
}
