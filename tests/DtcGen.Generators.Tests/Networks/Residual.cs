// Two residual sums around the same neurons.
// input: float 6
// a: 8 neurons: enter> first< first> up< down> leave<
// b: 5 neurons: up> down<
// stays: leave: they are the model's output
// size: Layer(6, a) + Layer(a, a) + Layer(a, b) + Layer(b, a) + Layer(a, 3)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(6, 8);
    private readonly Linear first = Linear(8, 8);
    private readonly Linear up = Linear(8, 5);
    private readonly Linear down = Linear(5, 8);
    private readonly Linear leave = Linear(8, 3);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = functional.gelu(enter.call(x));
        h = h + functional.silu(first.call(h));
        var wide = functional.tanh(up.call(h));
        return leave.call(h.add(down.call(wide)));
    }
}
