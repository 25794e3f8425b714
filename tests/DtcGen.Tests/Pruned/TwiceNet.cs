using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Its layers are called twice.</summary>
[DualTomographic]
public sealed partial class TwiceNet : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear last = Linear(8, 3);

    public TwiceNet()
        : base(nameof(TwiceNet)) => RegisterComponents();

    public override Tensor forward(Tensor x)
        => last.call(functional.relu(first.call(x))) * last.call(functional.relu(first.call(x * -2)));

    /// <summary>What the last layer takes, one call after the other.</summary>
    public Tensor Taken(Tensor x) => cat([functional.relu(first.call(x)), functional.relu(first.call(x * -2))]).detach();

    /// <summary>What it makes of that.</summary>
    public Tensor Made(Tensor taken) => last.call(taken).detach();
}
