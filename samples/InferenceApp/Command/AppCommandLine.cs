using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DtcGen.Samples.InferenceApp;

/// <summary>The options, and the help that explains them.</summary>
internal sealed class AppCommandLine
{
    private const string DataVariable = "DTC_DATA";
    private const string UrlsVariable = "ASPNETCORE_URLS";
    private static readonly AppOptions Defaults = new() { Models = Path.Combine(AppContext.BaseDirectory, "models") };

    private readonly Option<string> _models = new("--models")
    {
        Description = "The folder whose .onnx files are served, such as the out folder of samples/Mnist. It is watched: a file that changes is taken over without dropping a request. Default: the models shipped with the app.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description =
            $"A folder with MNIST's test files, for the page's gallery. Without it: the folder that {DataVariable} names, else built-in digits.",
        HelpName = "DIR",
    };

    private readonly Option<string> _urls = new("--urls")
    {
        Description = $"Where to listen; port 0 takes a free one. Without it: {UrlsVariable}, else {Defaults.Urls}.",
        HelpName = "URLS",
    };

    private readonly Option<int> _queue = new("--queue")
    {
        Description = "How many images may wait for each model; more are answered with 503 and Retry-After.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Queue,
    };

    private readonly Option<int> _batch = new("--batch")
    {
        Description = "The most images that a model is given at once.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Batch,
    };

    private readonly Option<double> _linger = new("--linger")
    {
        Description = "Milliseconds that an image may wait for others to share its batch; 0 takes what is there.",
        HelpName = "MS",
        DefaultValueFactory = _ => Defaults.Linger.TotalMilliseconds,
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Seconds that a request may take to come and to be answered; later ones are answered with 408 or 503.",
        HelpName = "S",
        DefaultValueFactory = _ => Defaults.Timeout.TotalSeconds,
    };

    private readonly Option<long> _maxBytes = new("--max-bytes")
    {
        Description = "The largest request accepted; larger ones are answered with 413.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.MaxBytes,
    };

    /// <param name="run">Carries out what was asked for and gives the exit code.</param>
    public AppCommandLine(Func<AppOptions, CancellationToken, Task<int>> run)
    {
        RequireRange(_queue, 1, 1_000_000);
        RequireRange(_batch, 1, 4096);
        RequireRange(_linger, 0, 1000);
        RequireRange(_timeout, 0.1, 3600);
        RequireRange(_maxBytes, 1024, 1 << 30);
        Command = new RootCommand(
            "Serves ONNX image classifiers: an HTTP API, and a page on which a drawn digit is classified in the browser. Stop it with Ctrl-C; requests under way are answered first.")
        {
            _models, _data, _urls, _queue, _batch, _linger, _timeout, _maxBytes,
        };
        Command.SetAction((result, cancellation) => run(Read(result), cancellation));
    }

    /// <summary>Leaves the signals to the server, which answers the requests under way before it ends.</summary>
    public static InvocationConfiguration Invocation { get; } = new()
    {
        ProcessTerminationTimeout = null,
        EnableDefaultExceptionHandler = false,
    };

    public RootCommand Command { get; }

    private AppOptions Read(ParseResult result) => Defaults with
    {
        Models = result.GetValue(_models) ?? Defaults.Models,
        Data = result.GetValue(_data) ?? Environment.GetEnvironmentVariable(DataVariable),
        Urls = result.GetValue(_urls) ?? Environment.GetEnvironmentVariable(UrlsVariable) ?? Defaults.Urls,
        Queue = result.GetValue(_queue),
        Batch = result.GetValue(_batch),
        Linger = TimeSpan.FromMilliseconds(result.GetValue(_linger)),
        Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
        MaxBytes = result.GetValue(_maxBytes),
    };

    private static void RequireRange<T>(Option<T> option, T least, T most)
        where T : IComparable<T>, IParsable<T>, IFormattable => option.Validators.Add(result =>
    {
        // A value that is no number has its own message already.
        if (T.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var value)
            && !(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0))
        {
            result.AddError(
                string.Create(CultureInfo.InvariantCulture, $"{option.Name} {value}: expected a number from {least} to {most}."));
        }
    });
}
