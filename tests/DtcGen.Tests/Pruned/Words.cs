using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>An embedding makes the neurons.</summary>
[DualTomographic(Record = false)]
public sealed partial class Words : Module<Tensor, Tensor>
{
    private readonly Embedding table = Embedding(10, 6);
    private readonly Linear leave = Linear(6, 3);

    public Words()
        : base(nameof(Words)) => RegisterComponents();

    public override Tensor forward(Tensor tokens) => leave.call(functional.relu(table.call(tokens)));
}
