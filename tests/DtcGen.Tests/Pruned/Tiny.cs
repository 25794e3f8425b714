using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Few weights, and smooth in all of them.</summary>
[DualTomographic(Record = false)]
public sealed partial class Tiny : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(2, 3, hasBias: false);
    private readonly Linear leave = Linear(3, 2, hasBias: false);

    public Tiny()
        : base(nameof(Tiny)) => RegisterComponents();

    public override Tensor forward(Tensor x) => leave.call(enter.call(x).tanh());
}
