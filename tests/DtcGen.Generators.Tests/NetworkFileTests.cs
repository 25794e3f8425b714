using System.Runtime.CompilerServices;

namespace DtcGen.Generators.Tests;

/// <summary>What the files of the folder Networks say is read to the letter, and their README lists them.</summary>
public sealed class NetworkFileTests
{
    private const string Opening = "// Shows something.\n// input: float 6\n";
    private const string Whole = Opening
        + "// a: 8 neurons: fc1> fc2<\n// stays: fc2: they are the model's output\n// size: Layer(6, a) + Layer(a, 3)\n";

    /// <summary>Files, and what is said against each.</summary>
    public static TheoryData<string, string> Malformed => new()
    {
        { "using DtcGen;\n", "expected to open with a comment" },
        { Opening, "expected to open with a comment that ends with 'size: '" },
        { "// input: float 6\n", "line 1: expected what the network shows" },
        { "// Shows something.\n// More.\n", "line 2: expected what the network shows" },
        { "// Shows something.\n// a: 8 neurons: fc1> fc2<\n", "line 2: expected what the network shows" },
        { "// Shows something.\n// input: float 6, 7\n", "line 2: expected an input" },
        { "// Shows something.\n// input: long 6\n", "line 2: expected an input" },
        { Opening + "// input: float 6\n", "line 3: expected what the network shows" },
        { Opening + "// b: 8 neurons: fc1> fc2<\n", "line 3: expected what the network shows" },
        { Opening + "// a: 8 things: fc1> fc2<\n", "line 3: expected a group" },
        { Opening + "// a: neurons: fc1> fc2<\n", "line 3: expected a group" },
        { Opening + "// a: 8 neurons: fc1 fc2<\n", "line 3: expected members" },
        { Opening + "// a: 8 neurons: fc1< fc2>\n", "line 3: expected members" },
        { Opening + "// a: 8 neurons: fc1> fc2< (each)\n", "line 3: expected members" },
        { Opening + "// a: 8 neurons: fc1> fc2< (every 2)\n", "line 3: expected members" },
        { Opening + "// a: 8 neurons: fc1>\n//   fc2\n// stays: fc2\n", "line 3: expected members" },
        { Opening + "// stays: fc2\n", "line 3: expected a layer and why" },
        { Opening + "// size: Layer(6, a)\n", "line 3: expected a number or a group's letter, not 'a'" },
        { Opening + "// size: Layer(6)\n", "line 3: expected a layer that Size knows, not 'Layer' of 1 numbers" },
        { Opening + "// size: Layer(6, 3\n", "line 3: expected a size" },
        { Opening + "// size: 6 * 3\n", "line 3: expected a layer, 'Layer(6, a)', or a sum" },
        { Whole + "// size: Layer(6, 3)\n", "line 6: expected what the network shows" },
        { Whole + "// stays: fc1: they like it\n", "line 6: expected what the network shows" },
    };

    [Fact]
    public void EveryWordCounts()
    {
        const string Text = """
            // Shows something.
            // input: float 3,8,8 | long 4 30
            // a: 6 channels: conv> norm=
            //   left.0< right< (each 4, from 8) again< (repeated 2)
            // stays: fc: they: stay
            // size: Layer(3, a, 9, 64) + NoBias(2 * a, (a + 1) * 2)
            //   + BatchNorm(a) + Parameters(7) + MultiplyAdds(11)
            class Net;
            """;
        var network = NetworkFile.Read("Some", Text);
        Assert.Equal(("Some", "Shows something.", Text.ReplaceLineEndings("\n")), (network.Name, network.Summary, network.Source));
        Assert.Equal(
            "3,8,8 of any, 4 of 30",
            string.Join(", ", network.Inputs.Select(static i => $"{string.Join(',', i.Shape)} of {i.Below?.ToString() ?? "any"}")));
        var group = Assert.Single(network.Groups);
        Assert.Equal(
            ("a", 6, "channel", "conv> norm= left.0< right< again<", "conv"),
            (group.Letter, group.Count, group.Unit, group.Members, group.Name));
        Assert.Equal([new Taken("left.0"), new Taken("right", Offset: 8, Each: 4), new Taken("again", Repeats: 2)], group.By);
        Assert.Equal([new PinnedNeurons("fc", "they: stay")], network.Stays);
        Assert.Equal(new Size((3 * 5 * 9) + 5 + (10 * 12) + 20 + 7, (3 * 5 * 9 * 64) + (10 * 12) + 11), network.Size.At(5));
    }

    [Fact]
    public void WhatTheMalformedOnesAddToIsFine() => Assert.Equal(new Size(83, 72), NetworkFile.Read("Whole", Whole).Size.At(8));

    [Theory]
    [MemberData(nameof(Malformed))]
    public void WhatIsNotUnderstoodIsSaidWithItsLine(string text, string says)
        => Assert.Contains(says, Assert.Throws<FormatException>(() => NetworkFile.Read("Some", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheFolderListsItsNetworks()
    {
        var rows = Networks.All.Select(static network
            => $"| [{network.Name}]({network.Name}.cs) | {network.Summary} | [code](../_snapshots/NetworkTests.{network.Name}.verified.cs) |");
        var listed = File.ReadLines(Path.Combine(Folder(), "README.md"))
            .Where(static line => line.StartsWith("| [", StringComparison.Ordinal));
        Assert.True(rows.SequenceEqual(listed), $"The rows of Networks/README.md are not those of its files:\n{string.Join('\n', rows)}");
    }

    [Fact]
    public void EachFileOfTheFolderIsANetwork()
        => Assert.Equal(
            Directory.GetFiles(Folder(), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Networks.All.Select(static network => $"{network.Name}.cs").Append("README.md").Order(StringComparer.Ordinal));

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Networks");
}
