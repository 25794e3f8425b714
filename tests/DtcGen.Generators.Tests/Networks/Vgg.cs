// Convolutions with batch normalisation in a Sequential, part of it made by a method, then named fully connected layers.
// input: float 3,8,8
// a: 6 channels: features.0> features.1= features.3<
// b: 7 channels: features.3> features.4= features.7.0<
// c: 8 channels: features.7.0> features.7.1= classifier.fc< (each 4)
// d: 10 neurons: classifier.fc> classifier.norm= classifier.out<
// stays: classifier.out: they are the model's output
// size: NoBias(3, a, 9, 64) + BatchNorm(a) + Layer(a, b, 9, 64) + BatchNorm(b) + Layer(b, c, 9, 16)
//   + BatchNorm(c) + Layer(4 * c, d) + BatchNorm(d) + Layer(d, 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential features = Sequential(
        Conv2d(3, 6, 3, padding: 1, bias: false), BatchNorm2d(6), ReLU(inplace: true),
        Conv2d(6, 7, 3, padding: 1), BatchNorm2d(7), ReLU(), MaxPool2d(2),
        Stage(7, 8));
    private readonly Sequential classifier = Sequential(
        ("flat", Flatten()),
        ("fc", Linear(8 * 4, 10)),
        ("norm", BatchNorm1d(10)),
        ("act", ReLU()),
        ("drop", Dropout()),
        ("out", Linear(10, 4)));

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => classifier.call(features.call(x));

    private static Sequential Stage(int inputs, int outputs)
        => Sequential(Conv2d(inputs, outputs, 3, Padding.Same), BatchNorm2d(outputs), ReLU(), AdaptiveAvgPool2d(2));
}
