using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// A project of several files with a model that is read and one that is recorded, whose generator goes with it from edit to edit
/// as in an editor.
/// </summary>
internal sealed class EditedProject
{
    public const string Net = "Net.cs";
    public const string Deep = "Deep.cs";
    public const string Block = "Block.cs";
    public const string Helpers = "Helpers.cs";
    public const string Sizes = "Sizes.cs";
    public const string Elsewhere = "Elsewhere.cs";

    /// <summary>The files as they are at first.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        [Net] = ModelSource.Usings + """
            [DualTomographic]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Block block = new(Sizes.Width);
                internal Linear fc1 = Linear(Sizes.Width, 8);
                private readonly Linear fc2 = Linear(8, 3);

                public Net() : base(nameof(Net)) => RegisterComponents();

                public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(block.call(x))));
            }
            """,
        [Deep] = ModelSource.Usings + """
            [DualTomographic(Record = true)]
            public partial class Deep : Module<Tensor, Tensor>
            {
                private readonly ModuleList<Block> blocks = ModuleList<Block>();

                public Deep(int depth) : base(nameof(Deep))
                {
                    for (var i = 0; i < depth; i++)
                    {
                        blocks.Add(new Block(Sizes.Width));
                    }

                    RegisterComponents();
                }

                public override Tensor forward(Tensor x)
                {
                    foreach (var block in blocks)
                    {
                        x = Helpers.Apply(block.call(x)).Twice();
                    }

                    return x;
                }
            }
            """,
        [Block] = ModelSource.Usings + """
            public partial class Block : Module<Tensor, Tensor>
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
        [Helpers] = ModelSource.Usings + """
            public static class Helpers
            {
                public static string Describe(int count)
                {
                    return count.ToString();
                }

                public static Tensor Apply(Tensor x)
                {
                    return x.tanh();
                }

                public static Tensor Twice(this Tensor x) => x + x;
            }
            """,
        [Sizes] = """
            namespace Tested;

            public static class Sizes
            {
                public const int Width = 6;
            }
            """,
        [Elsewhere] = ModelSource.Usings + """
            public class Elsewhere
            {
                private readonly int count = 3;

                public string? Name { get; set; }

                public int Count(int value)
                {
                    return value + 1 + count;
                }
            }
            """,
    };

    private readonly DualTomographicGenerator _generator = new();
    private GeneratorDriver _driver;
    private int _readings;

    public EditedProject()
    {
        Compilation = TestCompilation.Create([])
            .AddSyntaxTrees(Files.Select(static file => TestCompilation.Parse(file.Value, file.Key)));
        _driver = Driver(_generator, TestCompilation.ParseOptions);
    }

    /// <summary>The project as it is now.</summary>
    public CSharpCompilation Compilation { get; set; }

    /// <summary>What a file says now; null where it is not there.</summary>
    public string? this[string file]
    {
        get => Tree(file)?.ToString();
        set
        {
            var parsed = value is null
                ? null
                : CSharpSyntaxTree.ParseText(value, Options, file, System.Text.Encoding.UTF8);
            Compilation = (Tree(file), parsed) switch
            {
                (null, null) => Compilation,
                (null, _) => Compilation.AddSyntaxTrees(parsed!),
                ({ } tree, null) => Compilation.RemoveSyntaxTrees(tree),
                ({ } tree, _) => Compilation.ReplaceSyntaxTree(tree, parsed),
            };
        }
    }

    /// <summary>Runs the generator that has gone with the project.</summary>
    /// <returns>All that it gives, as text, and how many of the two classes it has read for it.</returns>
    public (string Result, int Readings) Run()
    {
        _driver = _driver.WithUpdatedParseOptions(Options).RunGenerators(Compilation);
        var readings = _generator.Readings - _readings;
        _readings = _generator.Readings;
        return (Text(_driver), readings);
    }

    /// <summary>What a generator gives that has seen nothing before, not even another of this compilation.</summary>
    public string RunAfresh()
        => Text(Driver(new DualTomographicGenerator(), Options).RunGenerators(Compilation.Clone()));

    private CSharpParseOptions Options => (CSharpParseOptions)Compilation.SyntaxTrees[0].Options;

    private SyntaxTree? Tree(string file) => Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file);

    private static GeneratorDriver Driver(DualTomographicGenerator generator, CSharpParseOptions options)
        => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options);

    private static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is { } exception
            ? throw new InvalidOperationException("The generator threw.", exception)
            : string.Join(
                "\n",
                result.Diagnostics
                    .Select(static diagnostic => $"{diagnostic} {diagnostic.Location.GetLineSpan()}")
                    .Concat(result.GeneratedSources.Select(static source => $"==== {source.HintName}\n{source.SourceText}")));
    }
}
