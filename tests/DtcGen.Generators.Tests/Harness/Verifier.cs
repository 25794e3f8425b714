using System.Runtime.CompilerServices;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// Compares text with a file under _snapshots, by Verify's conventions: <c>Class.Test.verified.cs</c> is what is
/// expected; on a mismatch the text is written beside it as <c>Class.Test.received.cs</c>.
/// </summary>
internal static class Verifier
{
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}";
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "_snapshots");
        var verified = Path.Combine(folder, $"{name}.verified.cs");
        var received = Path.Combine(folder, $"{name}.received.cs");

        var expected = File.Exists(verified) ? Normalise(File.ReadAllText(verified)) : null;
        var actual = Normalise(text);
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, actual);
        Assert.Fail(expected is null
            ? $"There is no {name}.verified.cs. If {received} is right, rename it."
            : $"{name}.verified.cs differs. If {received} is right, replace it.\n{FirstDifference(expected, actual)}");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}:\n- {left.ElementAtOrDefault(line)}\n+ {right.ElementAtOrDefault(line)}";
    }
}
