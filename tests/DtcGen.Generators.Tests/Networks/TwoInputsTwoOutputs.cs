// An image and a vector of facts go in, two answers come out.
// input: float 3,6,6 | float 5
// a: 6 channels: image> joint<
// b: 7 neurons: facts> joint< (from 6)
// c: 8 neurons: joint> first< second<
// stays: first: they are the model's output
// stays: second: they are the model's output
// size: Layer(3, a, 9, 16) + Layer(5, b) + Layer(a + b, c) + Layer(c, 3) + Layer(c, 2)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly Conv2d image = Conv2d(3, 6, 3);
    private readonly Linear facts = Linear(5, 7);
    private readonly Linear joint = Linear(13, 8);
    private readonly Linear first = Linear(8, 3);
    private readonly Linear second = Linear(8, 2);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override (Tensor, Tensor) forward(Tensor pixels, Tensor numbers)
    {
        var seen = functional.relu(image.call(pixels)).mean([2, 3]);
        var known = functional.tanh(facts.call(numbers));
        var both = functional.silu(joint.call(torch.cat([seen, known], 1)));
        return (first.call(both), second.call(both));
    }
}
