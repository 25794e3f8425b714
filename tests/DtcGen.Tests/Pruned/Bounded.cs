using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Its output is held within bounds, which it does not reach.</summary>
[DualTomographic]
public sealed partial class Bounded : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear last = Linear(8, 3);

    public Bounded()
        : base(nameof(Bounded)) => RegisterComponents();

    public override Tensor forward(Tensor x) => last.call(functional.relu(first.call(x))).clamp(-50, 50);
}
