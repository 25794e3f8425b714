using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A small class in the folder Cases: what may be misread, what it is called with, and what must come of it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">The file's text, without the usings that all have.</param>
internal sealed record CaseFile(string Name, string Text)
{
    private const string Input = "// input: ";
    private const string Expect = "// expect: ";

    /// <summary>The file as a class <c>Tested.Net</c>.</summary>
    public string Source => ModelSource.Insisting(Asking);

    /// <summary>The same, as users write it: what cannot be read is recorded.</summary>
    public string Asking => Usings + Text;

    /// <summary>What must come of it: <c>read</c>, <c>declined</c> or <c>refused</c>.</summary>
    public string Expected => Line(Expect).Split(' ')[0];

    /// <summary>The text that the diagnostic stands at, when there is one.</summary>
    public string At => Line(Expect)[Expected.Length..].Trim();

    private static string Usings => ModelSource.Usings.Replace("namespace Tested;", string.Empty, StringComparison.Ordinal);

    public static CaseFile Of(string name) => new(name, File.ReadAllText(Path.Combine(Folder(), $"{name}.cs")).ReplaceLineEndings("\n"));

    public static IEnumerable<string> Names()
        => Directory.GetFiles(Folder(), "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>
    /// Random inputs, as the file's first line says: <c>float 8 | long 6 32</c> is a batch of 8 numbers, and one of 6
    /// indices below 32.
    /// </summary>
    public Tensor[] MakeInputs(long batch) => [.. Line(Input).Split(" | ").Select(input => MakeInput(input.Split(' '), batch))];

    private static Tensor MakeInput(string[] words, long batch)
    {
        long[] shape = [batch, .. words[1].Split(',').Select(long.Parse)];
        return words[0] == "long" ? randint(long.Parse(words[2]), shape, ScalarType.Int64) : randn(shape);
    }

    private string Line(string start) => Text.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "")
        => Path.Combine(Path.GetDirectoryName(file)!, "..", "Cases");
}
