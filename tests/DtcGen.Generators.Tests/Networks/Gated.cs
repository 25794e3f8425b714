// One layer cut into halves, one of which gates the other: a channel leaves both.
// input: float 2,20
// a: 6 channels: gate> act= next<
// b: 5 channels: next> head<
// stays: head: they are the model's output
// size: Layer(2, 2 * a, 3, 20) + Parameters(a) + Layer(a, b, 3, 18) + Layer(b, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv1d gate = Conv1d(2, 12, 3, padding: 1);
    private readonly PReLU act = PReLU(6);
    private readonly Conv1d next = Conv1d(6, 5, 3);
    private readonly Linear head = Linear(5, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var halves = gate.call(x).chunk(2, 1);
        x = act.call(halves[0] * halves[1].sigmoid() - 0.5);
        return head.call(next.call(x).relu().mean([2]));
    }
}
