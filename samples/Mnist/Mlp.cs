using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Mnist;

[DualTomographic]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(784, 512, hasBias: false);
    private readonly Linear fc2 = Linear(512, 10, hasBias: false);

    public Mlp() : base(nameof(Mlp)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(flatten(x, 1))));
}
