using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static DtcGen.Generators.Tests.Harness.EditedProject;

namespace DtcGen.Generators.Tests;

/// <summary>
/// What was read is kept as long as nothing changes that it depends on. A generator that has gone with a project through its
/// edits gives what one gives that has seen nothing before, byte for byte; and after an edit that cannot matter it reads nothing.
/// </summary>
public sealed class ReadingCacheTests
{
    private const string Class = "public class";
    private const string Module = "Module<Tensor, Tensor>";
    private const string Forward = "public override Tensor forward(Tensor x)";

    // The environment can ask for another run.
    private static readonly int Rounds = Setting("DTC_EDITS", 150);
    private static readonly int Seed = Setting("DTC_EDITS_SEED", 20);

    /// <summary>An edit of a file, how many of the two classes are read for it, and whether what is generated changes.</summary>
    public static TheoryData<string, string, string, string, int, bool> Edits => new()
    {
        // Nothing that they depend on.
        { "a body elsewhere", Elsewhere, "value + 1", "value + 2", 0, false },
        {
            "a body becomes longer", Elsewhere, "return", "var more = value;\n        System.Console.WriteLine(more);\n        return", 0,
            false
        },
        { "a comment elsewhere", Elsewhere, "public int", "// Counts.\n    public int", 0, false },
        { "an error elsewhere", Elsewhere, "value + 1", "value + ", 0, false },
        { "a field's initialiser elsewhere", Elsewhere, "count = 3", "count = 4", 0, false },

        // A body that one of them sees and the other does not.
        { "a helper that is recorded", Helpers, "x.tanh()", "x.sigmoid()", 1, true },
        { "a helper beside it in the file", Helpers, "count.ToString()", "$\"{count}\"", 1, false },
        { "a helper that moves", Helpers, "public static Tensor Apply", "\n    public static Tensor Apply", 1, false },

        // Bodies that both see.
        { "the block's forward", Block, ".relu()", ".tanh()", 2, true },
        { "the block's constructor", Block, "Linear(width, width)", "Linear(width, width + 0)", 2, false },

        // The model's own file.
        { "the model", Net, "functional.relu", "functional.gelu", 1, true },
        { "a comment in the model", Net, "=> fc2.call", "=> /* then */ fc2.call", 1, false },
        { "the recorded model", Deep, ".Twice()", string.Empty, 1, true },

        // Mentions in bodies elsewhere.
        { "a field assigned from outside", Elsewhere, "return value", "new Net().fc1 = Linear(6, 9); return value", 1, true },
        { "a field read from outside", Elsewhere, "return value", "new Net().fc1.eval(); return value", 1, false },
        { "a field of another class's object", Elsewhere, "return value", "var fc1 = 0; return fc1 + value", 1, false },

        // Declarations elsewhere: any change counts, as the meaning of anything may go with it.
        { "a new type", Elsewhere, Class, $"public class Added;\n\n{Class}", 2, false },
        { "a type that a generated name hides behind", Elsewhere, Class, $"public class Math;\n\n{Class}", 2, false },
        {
            "a type that hides functions", Elsewhere, Class,
            $"public static class functional {{ public static Tensor relu(Tensor x) => x.tanh(); }}\n\n{Class}", 2, true
        },
        {
            "a type that hides a layer", Elsewhere, Class,
            $"public class Linear(int a, int b) : {Module}(\"Linear\") {{ {Forward} => x; }}\n\n{Class}", 2, true
        },
        { "an heir of the model", Elsewhere, Class, $"public class Heir : Net {{ {Forward} => x; }}\n\n{Class}", 2, true },
        {
            "an heir of the block", Elsewhere, Class,
            $"public class Wide : Block {{ public Wide() : base(9) {{ }} {Forward} => x + x; }}\n\n{Class}", 2, true
        },
        {
            "another part of the model", Elsewhere, Class, $"public partial class Net {{ public void Clip() {{ }} }}\n\n{Class}", 2, true
        },
        {
            "another part of the block", Elsewhere, Class,
            $"public partial class Block {{ public override bool training => false; }}\n\n{Class}", 2, true
        },
        {
            "a better overload", Elsewhere, Class,
            $"public static class Better {{ public static Tensor Twice(this Tensor x) => x; }}\n\n{Class}", 2, true
        },
        { "a constant", Sizes, "Width = 6", "Width = 8", 2, false },
        { "a constant that is none any more", Sizes, "const", "static readonly", 2, false },
        { "an alias for all files", Elsewhere, "using System;", "global using Linear = Tested.Elsewhere;\nusing System;", 2, true },
        {
            "nullable annotations off", Helpers, "public static Tensor Apply", "#nullable disable\n    public static Tensor Apply", 2, false
        },
        { "nullable annotations off in a body", Elsewhere, "return value", "\n#nullable disable\n        return value", 2, false },
        { "a file that is generated", Elsewhere, "using System;", "// <auto-generated/>\nusing System;", 2, false },
        { "a signature", Helpers, "Apply(Tensor x)", "Apply(Tensor x, int times = 1)", 2, true },
        { "a base class", Block, "Module<Tensor, Tensor>", "Module<Tensor, Tensor>, System.IDisposable", 2, false },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditIsReadAsIfItWereTheFirst(string edit, string file, string before, string after, int readings, bool changes)
    {
        Assert.Contains(before, Files[file], StringComparison.Ordinal);
        var project = new EditedProject();
        var (first, count) = project.Run();
        Assert.Equal(2, count);
        Assert.Contains("Net.DualTomographic.g.cs", first, StringComparison.Ordinal);
        Assert.Contains("Deep.Recorded.g.cs", first, StringComparison.Ordinal);

        project[file] = Files[file].Replace(before, after, StringComparison.Ordinal);
        var (second, again) = project.Run();
        Assert.Equal(project.RunAfresh(), second);
        Assert.Equal((edit, readings), (edit, again));
        Assert.Equal((edit, changes), (edit, first != second));

        // Back again, from what was kept for the edited project.
        project[file] = Files[file];
        Assert.Equal(first, project.Run().Result);

        // The same file once more is no edit at all.
        Assert.Equal((first, 0), project.Run());
    }

    /// <summary>Changes of the project, of how many classes are read for them, and whether what is generated changes.</summary>
    public static TheoryData<string, int, bool> Changes => new()
    {
        { "nothing", 0, false },
        { "a file more", 2, false },
        { "a file less", 2, false },
        { "a file with another name", 2, false },
        { "another order", 2, false },
        { "without DtcGen.Onnx", 2, true },
        { "without nullable annotations", 2, false },
        { "another name of the assembly", 2, false },
        { "another language version", 2, false },
        { "files that count as generated", 2, false },
        { "a symbol for the preprocessor", 2, false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void AChangeOfTheProjectIsReadAsIfItWereTheFirst(string change, int readings, bool changes)
    {
        var project = new EditedProject();
        var (first, _) = project.Run();
        Apply(project, change);
        var (second, again) = project.Run();
        Assert.Equal(project.RunAfresh(), second);
        Assert.Equal((change, readings), (change, again));
        Assert.Equal((change, changes), (change, first != second));
    }

    /// <summary>Many edits, one upon the other, of every kind above and by slips of the hand.</summary>
    [Fact]
    public void ManyEditsAreEachReadAsIfTheyWereTheFirst()
    {
        var chance = new Random(Seed);
        var edits = Edits.Select(static row => (File: (string)row[1], Before: (string)row[2], After: (string)row[3])).ToArray();
        var project = new EditedProject();
        _ = project.Run();
        var (log, kept, changed) = (new List<string>(), 0, 0);
        var last = string.Empty;
        for (var round = 0; round < Rounds; round++)
        {
            var edit = edits[chance.Next(edits.Length)];
            var now = project[edit.File]!;
            var (what, text) = chance.Next(8) switch
            {
                0 => ("back", Files[edit.File]),
                1 => ("a slip", Mutation.Of(Files[edit.File] + "\n// DualTomographic\n", chance)),
                2 when edit.After.Length > 0 => ("back from", now.Replace(edit.After, edit.Before, StringComparison.Ordinal)),
                _ => ("to", now.Replace(edit.Before, edit.After, StringComparison.Ordinal)),
            };
            project[edit.File] = text;
            log.Add($"{edit.File}, {what}:\n{text}");
            var (result, readings) = project.Run();
            if (project.RunAfresh() is var afresh && afresh != result)
            {
                Assert.Fail($"Round {round}: {result}\n\nafresh: {afresh}\n\n{string.Join("\n\n", log)}");
            }

            kept += 2 - readings;
            changed += result == last ? 0 : 1;
            last = result;
        }

        // Neither would it be a test if everything were read every time, nor if nothing ever changed.
        Assert.InRange(kept, Rounds / 4, 2 * Rounds);
        Assert.InRange(changed, Rounds / 4, Rounds);
    }

    /// <summary>
    /// Both classes are recorded, and which others they reach goes through a body in a third file, into which one looks
    /// for both.
    /// </summary>
    [Fact]
    public void WhatReadingsShareIsUsedByEach()
    {
        const string Makers = """


            public static class Makers
            {
                public static Block Make()
                {
                    System.Console.WriteLine(new One().training);
                    return new Block(Sizes.Width);
                }
            }

            public sealed class One() : Module<Tensor, Tensor>(nameof(One))
            {
                public override Tensor forward(Tensor x) => x.relu();
            }

            public sealed class Other() : Module<Tensor, Tensor>(nameof(Other))
            {
                public override Tensor forward(Tensor x) => x.tanh();
            }
            """;
        var sizes = ModelSource.Usings + Files[Sizes].Split("namespace Tested;")[^1] + Makers;
        var project = new EditedProject
        {
            [Net] = Files[Net].Replace("[DualTomographic]", "[DualTomographic(Record = true)]", StringComparison.Ordinal)
                .Replace("block = new(Sizes.Width)", "block = Makers.Make()", StringComparison.Ordinal),
            [Deep] = Files[Deep].Replace("new Block(Sizes.Width)", "Makers.Make()", StringComparison.Ordinal),
            [Sizes] = sizes,
        };
        var (first, count) = project.Run();
        Assert.Equal(2, count);
        Assert.Equal(2, Registered("One"));
        Assert.Equal(0, Registered("Other"));

        project[Sizes] = sizes.Replace("new One()", "new Other()", StringComparison.Ordinal);
        (first, count) = project.Run();
        Assert.Equal(project.RunAfresh(), first);
        Assert.Equal(2, count);
        Assert.Equal((0, 2), (Registered("One"), Registered("Other")));

        int Registered(string name) => first.Split($"RecordedForwards.Add<global::Tested.{name}>").Length - 1;
    }

    [Fact]
    public void WhatWasEditedAwayIsNotKeptAlive()
    {
        var project = new EditedProject();
        WeakReference[] old = [.. RunAndEdit(project, Elsewhere), .. RunAndEdit(project, Net)];
        _ = project.Run();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(old, static reference => Assert.False(reference.IsAlive));
        GC.KeepAlive(project);
    }

    // In a method of its own, so that no local variable holds them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] RunAndEdit(EditedProject project, string file)
    {
        _ = project.Run();
        var before = project.Compilation;
        project[file] += "\n";
        return [new(before), new(before.SyntaxTrees.Single(tree => tree.FilePath == file))];
    }

    private static int Setting(string name, int otherwise)
        => Environment.GetEnvironmentVariable(name) is { } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;

    private static void Apply(EditedProject project, string change)
    {
        var now = project.Compilation;
        project.Compilation = change switch
        {
            "nothing" => now.Clone(),
            "a file more" => now.AddSyntaxTrees(TestCompilation.Parse("class Added;", "Added.cs")),
            "a file less" => now.RemoveSyntaxTrees(Tree(Elsewhere)),
            "a file with another name" => now.ReplaceSyntaxTree(Tree(Elsewhere), TestCompilation.Parse(Files[Elsewhere], "Moved.cs")),
            "another order" => now.RemoveSyntaxTrees(Tree(Sizes)).AddSyntaxTrees(Tree(Sizes)),
            "without DtcGen.Onnx" => now.WithReferences(TestCompilation.References(withOnnx: false)),
            "without nullable annotations"
                => now.WithOptions(now.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
            "another name of the assembly" => now.WithAssemblyName("Renamed"),
            "files that count as generated" => now.WithOptions(now.Options.WithSyntaxTreeOptionsProvider(new AllGenerated())),
            "another language version" => Parsed(TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12)),
            _ => Parsed(TestCompilation.ParseOptions.WithPreprocessorSymbols("DEBUG")),
        };

        SyntaxTree Tree(string file) => now.SyntaxTrees.Single(tree => tree.FilePath == file);

        CSharpCompilation Parsed(CSharpParseOptions options) => now.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(now.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), options, tree.FilePath)));
    }

    private sealed class AllGenerated : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.MarkedGenerated;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => TryGetDiagnosticValue(null!, diagnosticId, cancellationToken, out severity);
    }
}
