using DtcGen.Onnx;
using Microsoft.CodeAnalysis;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Blocks of a project that the model's project references: recorded through where they are marked for it.</summary>
public sealed class LibraryTests
{
    private const string Blocks = """
        using System.Collections.Generic;
        using DtcGen;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Library;

        // Recorded: a loop makes its layers. It holds one that nobody marked, which only its own project knows.
        [DualTomographic]
        public sealed partial class Marked : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> hidden = ModuleList<Linear>();
            private readonly Inner inner = new();

            public Marked() : base(nameof(Marked))
            {
                for (var i = 0; i < 2; i++)
                {
                    hidden.Add(Linear(7 + i, 8 + i));
                }

                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                foreach (var layer in hidden)
                {
                    x = functional.relu(layer.call(x));
                }

                return inner.call(x);
            }
        }

        internal sealed class Inner : Module<Tensor, Tensor>
        {
            private readonly Linear inside = Linear(9, 10);
            private readonly Linear last = Linear(10, 5);

            public Inner() : base(nameof(Inner)) => RegisterComponents();

            public override Tensor forward(Tensor x) => last.call(inside.call(x).tanh());
        }

        // Read when the library is compiled.
        [DualTomographic]
        public sealed partial class Read : Module<Tensor, Tensor>
        {
            private readonly Linear wide = Linear(7, 9);
            private readonly Linear narrow = Linear(9, 5);

            public Read() : base(nameof(Read)) => RegisterComponents();

            public override Tensor forward(Tensor x) => narrow.call(wide.call(x).relu());
        }

        public class Plain : Module<Tensor, Tensor>
        {
            private readonly Linear wide = Linear(7, 9);
            private readonly Linear narrow = Linear(9, 5);

            public Plain() : base(nameof(Plain)) => RegisterComponents();

            public override Tensor forward(Tensor x) => narrow.call(wide.call(x).relu());
        }
        """;

    private static readonly Generated Library = RecordedCase.Compile(Blocks);

    /// <summary>The blocks that are not followed, and what is said of them.</summary>
    public static TheoryData<string, string> Opaque => new()
    {
        {
            "Library.Plain",
            "the class Plain has no recorded forward; if it is of another project, mark it [DualTomographic(Record = true)] there"
        },
        { "Library.Read", "the class Read was read, not recorded, when its own project was built: mark it" },
    };

    [Theory]
    [InlineData("Library.Marked", "")]
    [InlineData("Module<Tensor, Tensor>", "Library.Marked")]
    public void AMarkedBlockIsRecordedThrough(string type, string made)
    {
        using var scope = NewDisposeScope();
        var generated = App(type, made);
        generated.AssertCompiles();
        using var model = RecordedCase.Make(generated, [randn(3, 6)]);
        Assert.Equal(
            ["enter", "block.hidden.0", "block.hidden.1", "block.inner.inside", "block.inner.last"],
            model.Neurons.Groups.Select(static group => group.Name));
        RecordedCase.CheckExport(model, [randn(1, 6)], [randn(37, 6)]);
        RecordedCase.CheckClips(generated, [randn(3, 6)], [randn(5, 6)]);
    }

    [Theory]
    [MemberData(nameof(Opaque))]
    public void AnotherIsAStepThatIsNotFollowed(string type, string says)
    {
        using var scope = NewDisposeScope();
        var generated = App(type, string.Empty);
        generated.AssertCompiles();
        using var model = RecordedCase.Make(generated, [randn(3, 6)]);
        Assert.Empty(model.Neurons.Groups);
        Assert.Contains(
            model.Neurons.Pinned,
            static pinned => pinned.Layer == "enter" && pinned.Reason.Contains("'block'", StringComparison.Ordinal));
        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(6)));
        Assert.Contains("block", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    // An editor gives the generator the source of the other project, a build its assembly.
    [Theory]
    [InlineData("Library.Marked")]
    [InlineData("Library.Read")]
    [InlineData("Library.Plain")]
    public void AnEditorSeesWhatABuildDoes(string type)
    {
        Generated[] both = [App(type, string.Empty), App(type, string.Empty, isBuilt: false)];
        Assert.Equal(both[0].Sources.Select(static source => source.Text), both[1].Sources.Select(static source => source.Text));
        Assert.Equal(both[0].Diagnostics.Select(static d => d.GetMessage()), both[1].Diagnostics.Select(static d => d.GetMessage()));
    }

    private static Generated App(string type, string made, bool isBuilt = true)
        => Generated.Run(
            ModelSource.Of(
                $$"""
                private readonly Linear enter = Linear(6, 7);
                private readonly {{type}} block = new {{(made.Length > 0 ? made : type)}}();
                private readonly Linear leave = Linear(5, 3);

                public override Tensor forward(Tensor x) => leave.call(block.call(enter.call(x).relu()));
                """),
            Library,
            isBuilt);
}
