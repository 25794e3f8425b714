using DtcGen.Testing;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What is generated, as its reader sees it, for what is no network of the folder Networks: those are in NetworkTests.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Chain() => Snapshot.Verify(Networks.Chain(3, bias: true), [2, 6]);

    [Fact]
    public void NamesThatClash() => Snapshot.Verify(
        ModelSource.Of("""
            private readonly Linear clip = Linear(6, 8);
            private readonly Linear @class = Linear(8, 7);
            private readonly Linear graph = Linear(7, 3);

            public int Groups => 1;

            public string Clip() => "clip";

            private void SumClip()
            {
            }

            public override Tensor forward(Tensor inputs) => graph.call(@class.call(clip.call(inputs)));
            """),
        [2, 6]);

    [Theory]
    [InlineData("ListInALoop")]
    [InlineData("NullableShortcut")]
    [InlineData("ListOfTensors")]
    [InlineData("Flag")]
    public void ARecordedForward(string name)
    {
        var model = RecordedModels.All.Single(model => model.Name == name);
        var generated = RecordedCase.Compile(model.Source);
        Snapshot.Run(RecordedCase.Make(generated, [randn([2, .. model.Input])]), [2, .. model.Input]);
        var text = string.Join("\n", generated.Sources.Select(static source => $"// {source.Name}\n{source.Text}"));
        VerifiedFile.Match(text, "cs", "_snapshots", test: $"{nameof(ARecordedForward)}.{name}");
    }

    [Fact]
    public void InsideAnotherType() => Snapshot.Verify(
        ModelSource.Usings + """
            public partial record Outer<T>
            {
                public partial interface IInner
                {
                    [DualTomographic]
                    public partial class Deep : Module<Tensor, Tensor>
                    {
                        private readonly Linear fc1 = Linear(6, 8);
                        private readonly Linear fc2 = Linear(8, 3);

                        public Deep() : base(nameof(Deep)) => RegisterComponents();

                        public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));
                    }
                }
            }

            public sealed class Net : Outer<int>.IInner.Deep;
            """,
        [2, 6]);
}
