using System.Text;

namespace DtcGen.Commands;

/// <summary>
/// The process's standard output, which may be full or closed. The first write that fails ends the program with a message and an exit
/// code; what the program still says on its way out goes nowhere.
/// </summary>
/// <param name="output">The output itself.</param>
internal sealed class StandardOutput(TextWriter output) : TextWriter
{
    private bool _hasFailed;

    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <summary>Runs a program with its output guarded.</summary>
    /// <param name="failed">The exit code for an output that cannot be written.</param>
    /// <param name="run">The program; it takes its output from <see cref="Console.Out"/>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> GuardAsync(int failed, Func<Task<int>> run)
    {
        Console.SetOut(new StandardOutput(Console.Out));
        try
        {
            return await run();
        }
        catch (OutputException e)
        {
            await Console.Error.WriteLineAsync($"The standard output cannot be written: {e.Message}");
            return failed;
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => Guard(value, static (output, value) => output.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Guard(value, static (output, value) => output.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count)
        => Guard((buffer, index, count), static (output, part) => output.Write(part.buffer, part.index, part.count));

    /// <inheritdoc/>
    public override void Flush() => Guard(0, static (output, _) => output.Flush());

    private void Guard<T>(T value, Action<TextWriter, T> write)
    {
        if (_hasFailed)
        {
            return;
        }

        try
        {
            write(output, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _hasFailed = true;
            throw new OutputException(e);
        }
    }
}
