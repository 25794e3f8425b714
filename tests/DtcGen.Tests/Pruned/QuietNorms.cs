using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Calls two normalisations in a way that passes their hooks by, and a third in training alone.</summary>
[DualTomographic]
public sealed partial class QuietNorms : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly BatchNorm1d early = BatchNorm1d(8);
    private readonly Linear second = Linear(8, 7);
    private readonly BatchNorm1d late = BatchNorm1d(7);
    private readonly Linear last = Linear(7, 3);
    private readonly BatchNorm1d auxiliary = BatchNorm1d(3);

    public QuietNorms()
        : base(nameof(QuietNorms)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(early.forward(first.call(x)));
        x = functional.relu(late.forward(second.call(x)));
        x = last.call(x);
        return training ? auxiliary.call(x) : x;
    }

    /// <summary>What the normalisations that always run take.</summary>
    public (Tensor Early, Tensor Late) Taken(Tensor x)
    {
        var taken = first.call(x);
        return (taken, second.call(functional.relu(early.forward(taken))));
    }
}
