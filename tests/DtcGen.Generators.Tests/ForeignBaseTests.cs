using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests;

/// <summary>A model that derives from a class of another project, whose source is not there to read.</summary>
public sealed class ForeignBaseTests
{
    private const string Library = """
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Library;

        public abstract class Classifier(string name) : Module<Tensor, Tensor>(name)
        {
            protected Module<Tensor, Tensor> given = ReLU();
        }

        public abstract class Watched(string name) : Classifier(name)
        {
            public override void train(bool on = true) => base.train(true);
        }
        """;

    [Theory]
    [InlineData("Classifier", "fc1 = Linear(6, 8);", "", "functional.relu(fc1.call(x))", "")]
    [InlineData(
        "Classifier",
        "fc1 = Linear(6, 8);",
        "",
        "given.call(fc1.call(x))",
        "DTC008 given.call(fc1.call(x)): its field is not in this project")]
    [InlineData(
        "Classifier", "fc1;", "fc1 = Linear(6, 8);", "functional.relu(fc1.call(x))", "DTC008 fc1: that it is registered cannot be seen")]
    [InlineData("Watched", "fc1 = Linear(6, 8);", "", "functional.relu(fc1.call(x))", "DTC008 : Library.Watched: this may change it")]
    public void IsReadWhereItDoesNotMatter(string based, string field, string constructor, string hidden, string says)
    {
        var source = ModelSource.Usings + $$"""
            [DualTomographic(Record = false)]
            public sealed partial class Net : Library.{{based}}
            {
                private readonly Linear {{field}}
                private readonly Linear fc2 = Linear(8, 3);

                public Net() : base("net")
                {
                    {{constructor}}
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x) => fc2.call({{hidden}});
            }
            """;
        using var image = new MemoryStream();
        Assert.True(TestCompilation.Create([Library]).WithAssemblyName("Library").Emit(image).Success);
        var project = TestCompilation.Create([source]).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var result = CSharpGeneratorDriver.Create(
            [new DualTomographicGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions).RunGenerators(project).GetRunResult();
        var reported = result.Diagnostics
            .Select(diagnostic
                => $"{diagnostic.Id} {source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}: {diagnostic.GetMessage().Split(": ", 2)[1]}")
            .ToArray();

        Assert.Equal(says.Length == 0, reported.Length == 0);
        Assert.All(reported, text => Assert.StartsWith(says, text, StringComparison.Ordinal));
        Assert.Equal(says.Length == 0, result.GeneratedTrees.Length == 1);
    }
}
