using System.CommandLine;
using System.Globalization;
using DtcGen.Commands;

namespace DtcGen.Samples;

/// <summary>The options that every sample has, and the help that explains them.</summary>
internal sealed class SampleCommandLine
{
    private readonly Option<string?> _data;
    private readonly Option<bool> _download;
    private readonly Option<double> _sparsity;
    private readonly Option<string> _criterion;
    private readonly Option<double> _compressibility;
    private readonly Option<long> _seed;
    private readonly Option<string> _output;
    private readonly Option<bool> _quick;

    /// <param name="description">What the sample does.</param>
    /// <param name="source">Where its data can come from.</param>
    /// <param name="defaultSparsity">The share of the neurons that leaves when none is asked for.</param>
    /// <param name="run">Carries out what was asked for and gives the exit code.</param>
    public SampleCommandLine(
        string description, DataSource source, double defaultSparsity, Func<SampleOptions, CancellationToken, Task<int>> run)
    {
        var cache = source.Cache?.Invoke();
        _data = new Option<string?>("--data")
        {
            Description =
                $"A folder with {source.Files}. Without it: the folder that {source.Variable} names, {(cache is null ? "" : "else the cache, ")}else built-in {source.SyntheticName}.",
            HelpName = "DIR",
        };
        _download = new Option<bool>("--download")
        {
            Description = $"Fetch {source.Name} from its public mirrors into the cache ({cache}), check it, and use it."
        };
        _sparsity = new Option<double>("--sparsity")
        {
            Description = "The share of the neurons to remove, from 0 to below 1.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => defaultSparsity,
        };
        _criterion = new Option<string>("--criterion")
        {
            Description = "What decides which neurons leave: dual tomographic compression, the sums of their weights, or chance.",
            HelpName = string.Join('|', SampleOptions.Criteria),
            DefaultValueFactory = _ => SampleOptions.Criteria[0],
        };
        _compressibility = new Option<double>("--compressibility")
        {
            Description = "Adds this multiple of the compressibility loss to the training loss and exports the networks with their small weights set to zero; 0 does neither.",
            HelpName = "LAMBDA",
            DefaultValueFactory = _ => 0,
        };
        _seed = new Option<long>("--seed")
        {
            Description = "Decides the initial weights, the order of the batches, the measurements and the built-in data.",
            HelpName = "N",
            DefaultValueFactory = _ => 42,
        };
        _output = new Option<string>("--out")
        {
            Description = "The folder for dense.onnx, pruned.onnx and result.json.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "./out",
        };
        _quick = new Option<bool>(
            "--quick")
        { Description = "Little data and few steps: seconds instead of a minute, to see that everything works." };

        _criterion.AcceptOnlyFromAmong(SampleOptions.Criteria);
        _sparsity.Validators.Add(result =>
        {
            // A value that is no number has its own message already.
            if (double.TryParse(result.Tokens.SingleOrDefault()?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                && !(share >= 0 && share < 1))
            {
                result.AddError(
                    string.Create(CultureInfo.InvariantCulture, $"--sparsity {share}: expected a share from 0 to below 1, such as 0.75."));
            }
        });
        _compressibility.Validators.Add(result =>
        {
            if (double.TryParse(result.Tokens.SingleOrDefault()?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var lambda)
                && !(lambda >= 0 && double.IsFinite(lambda)))
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--compressibility {lambda}: expected a finite number of at least 0, such as 0.001."));
            }
        });
        _seed.Validators.Add(result =>
        {
            if (long.TryParse(result.Tokens.SingleOrDefault()?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
                && value is < 0 or > uint.MaxValue)
            {
                result.AddError(
                    string.Create(CultureInfo.InvariantCulture, $"--seed {value}: expected a whole number from 0 to {uint.MaxValue}."));
            }
        });
        _output.Validators.Add(result => RefuseEmpty(result, "--out"));
        _data.Validators.Add(result => RefuseEmpty(result, "--data"));

        Command = new RootCommand(description) { _data, _sparsity, _criterion, _compressibility, _seed, _output, _quick };
        if (cache is not null)
        {
            Command.Options.Insert(1, _download);
        }

        Command.Validators.Add(result =>
        {
            if (result.GetResult(_data) is { Implicit: false } && result.GetResult(_download) is { Implicit: false })
            {
                result.AddError("--data and --download: choose one; --download always fetches into the cache.");
            }
        });
        Command.SetAction((result, cancellation) => run(Read(result), cancellation));
        ClosingHelp.Install(Command, _ => ExitCode.Help(ExitCode.All));
    }

    public RootCommand Command { get; }

    private SampleOptions Read(ParseResult result) => new(
        result.GetValue(_data),
        result.GetValue(_download),
        result.GetValue(_sparsity),
        result.GetRequiredValue(_criterion),
        (uint)result.GetValue(_seed),
        result.GetRequiredValue(_output),
        result.GetValue(_quick),
        result.GetValue(_compressibility));

    private static void RefuseEmpty(System.CommandLine.Parsing.OptionResult result, string name)
    {
        if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
        {
            result.AddError($"{name}: expected the name of a folder.");
        }
    }
}
