namespace DtcGen.Generators.Tests;

/// <summary>What is generated, as its reader sees it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Perceptron() => Snapshot.Verify(
        ModelSource.Of("""
            private readonly Linear fc1 = Linear(784, 512, hasBias: false);
            private readonly Linear fc2 = Linear(512, 10, hasBias: false);

            public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(flatten(x, 1))));
            """),
        [2, 1, 28, 28]);

    [Fact]
    public void Chain() => Snapshot.Verify(Networks.Chain(3, bias: true), [2, 6]);

    [Fact]
    public void Residual() => Snapshot.Verify(Networks.Residual(bias: true), [2, 6]);

    [Fact]
    public void InSequential() => Snapshot.Verify(Networks.InSequential(), [2, 6]);

    [Fact]
    public void InBlocks() => Snapshot.Verify(Networks.InBlocks(), [2, 6]);

    [Fact]
    public void KeptAndPinned() => Snapshot.Verify(
        ModelSource.Of(
            """
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 8);
            private readonly Linear fc3 = Linear(8, 8);
            private readonly Linear fc4 = Linear(8, 3);

            public override Tensor forward(Tensor x)
            {
                var attention = functional.softmax(fc2.call(fc1.call(x)), -1);
                return functional.log_softmax(fc4.call(fc3.call(attention)), dim: 1);
            }
            """,
            """[DualTomographic(Keep = ["fc3"])]"""),
        [2, 6]);

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
