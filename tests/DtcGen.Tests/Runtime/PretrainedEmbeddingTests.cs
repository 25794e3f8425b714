using DtcGen.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Runtime;

/// <summary>TorchSharp 0.107 lists another tensor than the one that an embedding from a pretrained table computes with.</summary>
public sealed class PretrainedEmbeddingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheTableThatItComputesWithIsClippedAndListedFromThenOn(bool freeze)
    {
        using var model = new Words(freeze);
        var group = new NeuronGroup(0, "words", [new("words", NeuronRole.Producer), new("last", NeuronRole.Consumer)]);
        using (NewDisposeScope())
        using (var clip = new NeuronClip(model, group, LayerSizes.Features(model.Table), [1, 7]))
        {
            clip.Outputs("words", model.Table);
            clip.Inputs("last", model.Last);
            clip.Commit();
        }

        var table = model.get_parameter("words.weight")!;
        Assert.Equal([1, 7, 9, 15], table.detach().narrow(0, 0, 2).data<float>().ToArray());
        Assert.Equal(!freeze, table.requires_grad);
        Assert.Equal(["words.weight", "last.weight", "last.bias"], model.state_dict().Keys);

        // What is listed is what it computes with.
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        table.zero_();
        Assert.Equal(0, model.Table.call(tensor(new long[] { 3, 4 })).abs().sum().item<float>());
    }

    private sealed class Words : Module<Tensor, Tensor>
    {
        private readonly Embedding words;
        private readonly Linear last = Linear(8, 3);

        public Words(bool freeze)
            : base(nameof(Words))
        {
            words = Embedding_from_pretrained(arange(88, ScalarType.Float32).reshape(11, 8), freeze);
            RegisterComponents();
        }

        public Embedding Table => words;

        public Linear Last => last;

        public override Tensor forward(Tensor input) => last.call(words.call(input));
    }
}
