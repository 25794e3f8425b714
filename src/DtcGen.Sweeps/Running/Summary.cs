using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>What stands at the end of a run.</summary>
internal static class Summary
{
    private const int MostFailures = 20;

    /// <summary>Says how many cells are done, which failed and which are missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cells">The cells that count.</param>
    /// <param name="say">Says a line.</param>
    /// <returns>The exit code.</returns>
    public static int Say(SweepFolder folder, IReadOnlyCollection<int> cells, Action<string> say)
    {
        var results = cells.Select(n => (Number: n, Result: folder.Read(n))).ToArray();
        int[] missing = [.. results.Where(static r => r.Result is null).Select(static r => r.Number)];
        var failed = results.Select(static r => r.Result).OfType<CellResult>().Where(static r => r.Error is not null).ToArray();
        say(string.Create(
            CultureInfo.InvariantCulture,
            $"{cells.Count - missing.Length - failed.Length} of {cells.Count} cells done, {failed.Length} failed, {missing.Length} missing"));
        foreach (var result in failed.Take(MostFailures))
        {
            say(string.Create(CultureInfo.InvariantCulture, $"  cell {result.Number} ({folder.Grid[result.Number]}) failed: {result.Error}"));
        }

        if (failed.Length > MostFailures)
        {
            say(string.Create(CultureInfo.InvariantCulture, $"  and {failed.Length - MostFailures} more that failed"));
        }

        if (missing.Length > 0)
        {
            say($"  missing: {CellList.Format(missing)}");
        }

        return missing.Length + failed.Length == 0 ? SweepExitCode.Done : SweepExitCode.Incomplete;
    }
}
