using System.Runtime.CompilerServices;

namespace DtcGen.Testing;

/// <summary>
/// Compares a text with a file that somebody has looked at, by Verify's conventions: <c>Class.Test.verified.cs</c> is
/// what is expected; on a mismatch the text is written beside it as <c>Class.Test.received.cs</c>.
/// </summary>
public static class VerifiedFile
{
    /// <summary>
    /// Set to 1, this environment variable makes every received text the verified one: look at what changed with your
    /// version control.
    /// </summary>
    public const string AcceptVariable = "DTCGEN_ACCEPT_SNAPSHOTS";

    /// <summary>Compares a text with its verified file, line ends aside; when they agree, an old received file is deleted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">What the files' names end with.</param>
    /// <param name="directory">The folder of the verified files, from the test's file on; null: beside it.</param>
    /// <param name="file">The test's file: left to the compiler. Its name is the class's.</param>
    /// <param name="test">The test's method: left to the compiler.</param>
    /// <exception cref="SnapshotException">They differ, or there is no verified file yet.</exception>
    public static void Match(
        string text,
        string extension = "cs",
        string? directory = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string test = "")
        => Match(text, extension, directory, file, test, Environment.GetEnvironmentVariable(AcceptVariable) == "1");

    internal static void Match(string text, string extension, string? directory, string file, string test, bool accept)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = SourcePaths.Find(file)
            ?? throw new SnapshotException(
                $"The test's source {file} is not here, so neither are its verified files. Run the tests where they were built.");
        var folder = Path.Combine(Path.GetDirectoryName(source)!, directory ?? "");
        var name = $"{Path.GetFileNameWithoutExtension(source)}.{test}";
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");

        var expected = File.Exists(verified) ? Normalise(File.ReadAllText(verified)) : null;
        var actual = Normalise(text);
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        if (accept)
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new SnapshotException(
            (expected is null
                ? $"There is no {Path.GetFileName(verified)} yet."
                : $"{Path.GetFileName(verified)} (-) differs from what was received (+):\n{LineDifference.Of(expected, actual)}")
            + $"\n\nIf what was received is right, make it the verified file:\n  mv \"{received}\" \"{verified}\"\nor accept all of a run: {AcceptVariable}=1 dotnet test");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
