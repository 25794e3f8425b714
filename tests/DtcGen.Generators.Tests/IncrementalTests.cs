using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests;

/// <summary>What runs again after an edit, step by step.</summary>
public sealed class IncrementalTests
{
    private const string First =
        """
        private readonly Linear fc1 = Linear(6, 8);
        private readonly Linear fc2 = Linear(8, 3);

        public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
        """;

    private static readonly string Second = ModelSource.Of(First).Replace("Net", "Other", StringComparison.Ordinal);

    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Unchanged = IncrementalStepRunReason.Unchanged;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;
    private const IncrementalStepRunReason New = IncrementalStepRunReason.New;

    /// <summary>
    /// An edit of the first file (its text before and after), and the expected reasons for the first model at the
    /// steps Read, Model, Group and Write.
    /// </summary>
    public static TheoryData<string, string, string, IncrementalStepRunReason, IncrementalStepRunReason, IncrementalStepRunReason, IncrementalStepRunReason> Edits => new()
    {
        { "a comment in forward", "=> fc2.call", "=> /* then */ fc2.call", Unchanged, Cached, Cached, Cached },
        { "a blank line above the class", "[DualTomographic]", "\n[DualTomographic]", Modified, Unchanged, Cached, Cached },
        { "another type in the file", "namespace Tested;", "namespace Tested;\npublic class Unrelated;", Modified, Unchanged, Cached, Cached },
        { "another spelling", "functional.relu(fc1.call(x))", "fc1.call(x).relu()", Unchanged, Cached, Cached, Cached },
        { "a changed activation", "functional.relu", "functional.gelu", Modified, Modified, Modified, Modified },
        { "a changed size", "Linear(6, 8)", "Linear(6, 9)", Modified, Modified, Modified, Unchanged },
    };

    [Fact]
    public void An_edit_elsewhere_reruns_nothing_behind_the_transform()
    {
        var compilation = TestCompilation.Create([ModelSource.Of(First), "class Unrelated { }"], withOnnx: true);
        var (_, result) = RunTwice(compilation, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], TestCompilation.Parse("class Unrelated { int edited; }", "Source1.cs")));

        Assert.Equal([Unchanged], Reasons(result, PipelineSteps.Read));
        Assert.Equal([Cached], Reasons(result, PipelineSteps.Model));
        Assert.Equal([Cached], Reasons(result, PipelineSteps.Group));
        Assert.Equal([Cached], Reasons(result, PipelineSteps.Write));
        Assert.All(result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs), static output => Assert.Equal(Cached, output.Reason));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_reruns_what_it_changes(
        string edit,
        string before,
        string after,
        IncrementalStepRunReason read,
        IncrementalStepRunReason model,
        IncrementalStepRunReason group,
        IncrementalStepRunReason write)
    {
        var source = ModelSource.Of(First);
        Assert.Contains(before, source, StringComparison.Ordinal);
        var compilation = TestCompilation.Create([source, Second], withOnnx: true);
        var edited = TestCompilation.Parse(source.Replace(before, after, StringComparison.Ordinal), "Source0.cs");
        var (_, result) = RunTwice(compilation, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], edited));

        // The edited model first, then the other one, which nothing touches.
        Assert.Equal((edit, read, Unchanged), (edit, Reasons(result, PipelineSteps.Read)[0], Reasons(result, PipelineSteps.Read)[1]));
        Assert.Equal((edit, model, Cached), (edit, Reasons(result, PipelineSteps.Model)[0], Reasons(result, PipelineSteps.Model)[1]));
        Assert.Equal((edit, group, Cached), (edit, Reasons(result, PipelineSteps.Group)[0], Reasons(result, PipelineSteps.Group)[1]));
        Assert.Equal((edit, write, Cached), (edit, Reasons(result, PipelineSteps.Write)[0], Reasons(result, PipelineSteps.Write)[1]));
    }

    [Fact]
    public void A_changed_layer_regenerates_one_file()
    {
        var source = ModelSource.Of(First);
        var compilation = TestCompilation.Create([source, Second], withOnnx: true);
        var edited = TestCompilation.Parse(source.Replace("relu", "gelu", StringComparison.Ordinal), "Source0.cs");
        var (first, second) = RunTwice(compilation, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], edited));

        var changed = first.GeneratedSources.Zip(second.GeneratedSources).Where(static pair => !pair.First.SourceText.ContentEquals(pair.Second.SourceText)).ToArray();
        Assert.Equal(2, second.GeneratedSources.Length);
        Assert.Equal("Tested.Net.DualTomographic.g.cs", Assert.Single(changed).First.HintName);
    }

    [Fact]
    public void An_edit_of_a_block_in_another_file_regenerates_the_models_that_use_it()
    {
        const string Block = """
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Linear inside = Linear(6, 6);
                public Block() : base(nameof(Block)) => RegisterComponents();
                public override Tensor forward(Tensor x) => inside.call(x).relu();
            }
            """;
        var model = ModelSource.Of("private readonly Block block = new();\nprivate readonly Linear fc = Linear(6, 3);\npublic override Tensor forward(Tensor x) => fc.call(block.call(x));");
        var compilation = TestCompilation.Create([model, ModelSource.Usings + Block], withOnnx: true);
        var edited = TestCompilation.Parse(ModelSource.Usings + Block.Replace("relu", "tanh", StringComparison.Ordinal), "Source1.cs");
        var (_, result) = RunTwice(compilation, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], edited));

        Assert.Equal([Modified], Reasons(result, PipelineSteps.Write));
        Assert.Contains("graph.Tanh", result.GeneratedSources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_alone_changes_no_source()
    {
        var source = ModelSource.Of(First);
        var compilation = TestCompilation.Create([source], withOnnx: true);
        var edited = TestCompilation.Parse(source.Replace("functional.relu", "cumsum", StringComparison.Ordinal).Replace("fc1.call(x)", "fc1.call(x), 1", StringComparison.Ordinal), "Source0.cs");
        var (_, result) = RunTwice(compilation, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], edited));

        Assert.Equal("DTC004", Assert.Single(result.Diagnostics).Id);
        Assert.Equal([New], Reasons(result, PipelineSteps.Diagnose));
        Assert.Empty(result.GeneratedSources);
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) RunTwice(Compilation before, Compilation after)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DualTomographicGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(before);
        var first = driver.GetRunResult().Results.Single();
        driver = driver.RunGenerators(after);
        return (first, driver.GetRunResult().Results.Single());
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step)
        => [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason).Where(static reason => reason != IncrementalStepRunReason.Removed)];
}
