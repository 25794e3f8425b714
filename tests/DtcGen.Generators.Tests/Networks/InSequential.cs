// Layers inside a Sequential, named and not, nested.
// input: float 6
// a: 8 neurons: encoder.wide> encoder.inner.1<
// b: 7 neurons: encoder.inner.1> head.0<
// c: 5 neurons: head.0> head.2<
// stays: head.2: they are the model's output
// size: Layer(6, a) + Layer(a, b) + Layer(b, c) + Layer(c, 3)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential encoder = Sequential(
        ("wide", Linear(6, 8)),
        ("act", LeakyReLU(0.1)),
        ("inner", Sequential(Dropout(0.3), Linear(8, 7), Sigmoid())));
    private readonly Module<Tensor, Tensor> head = Sequential(Linear(7, 5), Tanh(), Linear(5, 3));

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.call(encoder.call(x));
}
