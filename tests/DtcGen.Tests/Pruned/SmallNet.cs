using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Two hidden layers: one with a bias behind its neurons, one without.</summary>
[DualTomographic]
public sealed partial class SmallNet : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear second = Linear(8, 7);
    private readonly Linear last = Linear(7, 3, hasBias: false);

    public SmallNet()
        : base(nameof(SmallNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => last.call(functional.relu(second.call(functional.relu(first.call(x)))));
}
