using System.CommandLine;
using System.CommandLine.Invocation;
using DtcGen.Commands;

namespace DtcGen.Samples;

/// <summary>From a command line to an exit code, the same for all samples.</summary>
internal static class SampleProcess
{
    // A batch, a clip or an export ends well within it.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Reads a command line and does what it says.</summary>
    /// <param name="root">What can be said.</param>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where help goes.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        RootCommand root, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        // Before anything of a sample makes a tensor.
        CpuThreads.WaitPassively();
        CpuMath.ComputeRepeatably();
        CpuMemory.KeepFreed();
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            },
            cancellationToken);
        return parsed.Action is ParseErrorAction ? ExitCode.BadInput : code;
    }

    /// <summary>
    /// Does a command's work, on a thread of its own so that the one that listens for Ctrl-C is free, and says what
    /// went wrong.
    /// </summary>
    /// <param name="work">The work, which gives the exit code.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="cancellationToken">What stops the work.</param>
    public static Task<int> CarryOutAsync(Func<Task<int>> work, TextWriter error, CancellationToken cancellationToken)
        => Task.Run(() => GuardedAsync(work, error, cancellationToken), CancellationToken.None);

    private static async Task<int> GuardedAsync(Func<Task<int>> work, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (SampleException e)
        {
            await error.WriteLineAsync($"Error: {e.Message}");
            return e.ExitCode;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is not OutputException)
        {
            await error.WriteLineAsync($"Error in the program itself, please report it: {e}");
            return ExitCode.InternalError;
        }
    }
}
