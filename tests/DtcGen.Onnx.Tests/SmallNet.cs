using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>A network with a hidden layer, as a user would write it.</summary>
[DualTomographic]
public sealed partial class SmallNet : Module<Tensor, Tensor>
{
    private readonly Linear hidden = Linear(6, 9);
    private readonly Linear last = Linear(9, 4);

    public SmallNet()
        : base(nameof(SmallNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => last.call(functional.relu(hidden.call(x)));
}
