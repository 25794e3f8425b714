using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Backends;

[DualTomographic]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(8, 32);
    private readonly Linear fc2 = Linear(32, 3);

    public Mlp()
        : base(nameof(Mlp)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
}
