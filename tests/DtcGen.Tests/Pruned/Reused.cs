using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>The layer that makes the output also makes some of what it takes.</summary>
[DualTomographic]
public sealed partial class Reused : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear last = Linear(8, 3);
    private readonly Linear back = Linear(3, 8);

    public Reused()
        : base(nameof(Reused)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(first.call(x));
        return last.call(x + back.call(last.call(x)));
    }
}
