using DtcGen.Cli.Commands;
using Spectre.Console.Testing;

namespace DtcGen.Cli.Tests;

/// <summary>Runs the tool in a folder of its own and keeps what it says.</summary>
public abstract class ToolRun : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(160);
    private readonly StringWriter _error = new();

    /// <summary>The folder that goes away with the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("dtc-cli-").FullName;

    /// <summary>What it said on standard output.</summary>
    protected string Output => _console.Output;

    /// <summary>What it said on standard error.</summary>
    protected string Errors => _error.ToString();

    public void Dispose()
    {
        _console.Dispose();
        _error.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A file's path in the folder.</summary>
    protected string In(string name) => Path.Combine(Folder, name);

    /// <summary>Runs it.</summary>
    /// <returns>Its exit code.</returns>
    protected Task<int> Run(params string[] arguments) => DtcCommand.RunAsync(arguments, _console, _error);
}
