using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests;

/// <summary>What runs again after an edit, step by step.</summary>
public sealed class IncrementalTests
{
    private const string Net = "Net.cs";
    private const string Other = "Other.cs";
    private const string Block = "Block.cs";
    private const string Unrelated = "Unrelated.cs";

    private static readonly string[] Steps = [PipelineSteps.Read, PipelineSteps.Model, PipelineSteps.Group, PipelineSteps.Write];

    // A model by itself; one with a block whose class is in another file, which explains its groups; and a file of something else.
    private static readonly Dictionary<string, string> Files = new()
    {
        [Net] = ModelSource.Of("""
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
            """),
        [Other] = ModelSource.Of(
            """
            private readonly Block block = new(6);
            private readonly Linear fc = Linear(6, 3);

            public override Tensor forward(Tensor x) => fc.call(block.call(x));
            """,
            "[DualTomographic(Explain = true)]").Replace("Net", "Other", StringComparison.Ordinal),
        [Block] = ModelSource.Usings + """
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Linear inside;

                public Block(int width) : base(nameof(Block))
                {
                    inside = Linear(width, width);
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x) => inside.call(x).relu();
            }
            """,
        [Unrelated] = "class Unrelated { }",
    };

    /// <summary>
    /// Edits of a file, and the run reasons that they lead to: of the steps Read, Model, Group and Write for both
    /// models, and of the step Diagnose for the messages of the second, the only one that has any.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string, string> Edits => new()
    {
        // Nothing behind the attribute transform runs again.
        {
            "an edit elsewhere", Unrelated, "{ }", "{ int edited; }", "Unchanged Cached Cached Cached", "Unchanged Cached Cached Cached",
            "Cached"
        },
        {
            "an unrelated type", Unrelated, "class", "class Added { } class", "Unchanged Cached Cached Cached",
            "Unchanged Cached Cached Cached", "Cached"
        },
        {
            "a comment in forward", Net, "=> fc2.call", "=> /* then */ fc2.call", "Unchanged Cached Cached Cached",
            "Unchanged Cached Cached Cached", "Cached"
        },
        {
            "another spelling", Net, "functional.relu(fc1.call(x))", "fc1.call(x).relu()", "Unchanged Cached Cached Cached",
            "Unchanged Cached Cached Cached", "Cached"
        },
        {
            "a comment in the block", Block, "inside.call", "/* then */ inside.call", "Unchanged Cached Cached Cached",
            "Unchanged Cached Cached Cached", "Cached"
        },

        // The class has moved, the model has not changed.
        {
            "a line above the class", Net, "[DualTomographic]", "\n[DualTomographic]", "Modified Unchanged Cached Cached",
            "Unchanged Cached Cached Cached", "Cached"
        },
        {
            "a type above the class", Net, "namespace Tested;", "namespace Tested;\npublic class Added;",
            "Modified Unchanged Cached Cached", "Unchanged Cached Cached Cached", "Cached"
        },

        // Only messages change.
        {
            "explained layers move", Other, "[DualTomographic", "\n[DualTomographic", "Unchanged Cached Cached Cached",
            "Modified Unchanged Cached Cached", "Modified"
        },
        {
            "explanations are asked for", Net, "[DualTomographic]", "[DualTomographic(Explain = true)]", "Modified Unchanged Cached Cached",
            "Unchanged Cached Cached Cached", "New Cached"
        },
        {
            "explanations are given up", Other, "(Explain = true)", "", "Unchanged Cached Cached Cached",
            "Modified Unchanged Cached Cached", "Removed"
        },

        // The model changes, and the other does not.
        {
            "a changed layer", Net, "functional.relu", "functional.gelu", "Modified Modified Modified Modified",
            "Unchanged Cached Cached Cached", "Cached"
        },
        {
            "a layer left out", Net, "functional.relu(fc1.call(x))", "x", "Modified Modified Modified Modified",
            "Unchanged Cached Cached Cached", "New Cached"
        },
        {
            "a changed size", Net, "Linear(6, 8)", "Linear(6, 9)", "Modified Modified Modified Unchanged", "Unchanged Cached Cached Cached",
            "Cached"
        },

        // The file of a nested block: the model that uses it is generated anew, the other one is not.
        { "a changed block", Block, "relu", "tanh", "Unchanged Cached Cached Cached", "Modified Modified Modified Modified", "Unchanged" },
        {
            "a block of another size", Block, "Linear(width, width)", "Linear(width, 1 * width + 1)", "Unchanged Cached Cached Cached",
            "Modified Modified Modified Unchanged", "Unchanged"
        },
        {
            "a constant spelled anew", Other, "new(6)", "new(2 * 3)", "Unchanged Cached Cached Cached", "Modified Unchanged Cached Cached",
            "Unchanged Modified"
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditRerunsWhatItChanges(string edit, string file, string before, string after, string net, string other, string diagnose)
    {
        var (_, result) = Edit(file, before, after);
        Assert.Equal((edit, net), (edit, string.Join(' ', Steps.Select(step => Reasons(result, step)[nameof(Net)]))));
        Assert.Equal((edit, other), (edit, string.Join(' ', Steps.Select(step => Reasons(result, step)[nameof(Other)]))));
        Assert.Equal(
            (edit, diagnose),
            (edit, string.Join(' ', Outputs(result, PipelineSteps.Diagnose).Select(static output => output.Reason).Distinct())));

        // What the compiler is handed: sources first, then messages, cached where what they come from is.
        var outputs = result.TrackedOutputSteps
            .SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason);
        var isUntouched = !$"{net} {other} {diagnose}".Contains("Modified", StringComparison.Ordinal);
        Assert.True(!isUntouched || outputs.All(static reason => reason == IncrementalStepRunReason.Cached), edit);
    }

    [Theory]
    [InlineData(Net, "relu", "gelu", "Tested.Net.DualTomographic.g.cs")]
    [InlineData(Block, "relu", "tanh", "Tested.Other.DualTomographic.g.cs")]
    public void AChangedLayerRegeneratesTheFilesOfItsModelsAlone(string file, string before, string after, string regenerated)
    {
        var (first, second) = Edit(file, before, after);
        var changed = first.GeneratedSources
            .Zip(second.GeneratedSources)
            .Where(static pair => !pair.First.SourceText.ContentEquals(pair.Second.SourceText))
            .ToArray();
        Assert.Equal(2, second.GeneratedSources.Length);
        Assert.Equal(regenerated, Assert.Single(changed).First.HintName);
    }

    [Fact]
    public void AFileAddedRerunsNothingBehindTheTransform()
    {
        var before = Project();
        var (_, result) = RunTwice(before, before.AddSyntaxTrees(TestCompilation.Parse("class Added { }", "Added.cs")));
        Assert.All(Reasons(result, PipelineSteps.Read).Values, static reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(
            Steps[1..].SelectMany(step => Reasons(result, step).Values),
            static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void AModelThatCannotBeReadAnyMoreIsRecorded()
    {
        var (_, result) = Edit(Net, "functional.relu(fc1.call(x))", "torch.cumsum(fc1.call(x), 1)");
        Assert.Contains(
            "because of 'torch.cumsum(fc1.call(x), 1)'",
            Assert.Single(result.Diagnostics, static d => d.Id == "DTC012").GetMessage(),
            StringComparison.Ordinal);
        Assert.Equal(
            ["Tested.Net.DualTomographic.g.cs", "Tested.Net.Recorded.g.cs", "Tested.Other.DualTomographic.g.cs"],
            result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal));
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) Edit(string file, string before, string after)
    {
        Assert.Contains(before, Files[file], StringComparison.Ordinal);
        var project = Project();
        var tree = project.SyntaxTrees.Single(tree => tree.FilePath == file);
        return RunTwice(
            project,
            project.ReplaceSyntaxTree(tree, TestCompilation.Parse(Files[file].Replace(before, after, StringComparison.Ordinal), file)));
    }

    private static CSharpCompilation Project()
        => TestCompilation.Create([]).AddSyntaxTrees(Files.Select(static file => TestCompilation.Parse(file.Value, file.Key)));

    private static (GeneratorRunResult First, GeneratorRunResult Second) RunTwice(CSharpCompilation before, CSharpCompilation after)
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

    private static Dictionary<string, IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
        => Outputs(result, step).ToDictionary(static output => Class(output.Value), static output => output.Reason);

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result, string step)
        => result.TrackedSteps[step].SelectMany(static run => run.Outputs);

    private static string Class(object value) => value switch
    {
        ModelReading reading => reading.ClassName,
        Model model => model.Class.Name,
        GroupedModel model => model.Class.Name,
        GeneratedSource source => source.HintName.Split('.')[1],
        _ => throw new ArgumentException($"A step gives a {value.GetType()}.", nameof(value)),
    };
}
