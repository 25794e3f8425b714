using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

/// <summary>Two convolutions and two linear layers, for grey images of 28 × 28.</summary>
[DualTomographic]
public sealed partial class ConvNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 16, 3, padding: 1);
    private readonly Conv2d conv2 = Conv2d(16, 32, 3, padding: 1);
    private readonly Linear fc1 = Linear(32 * 7 * 7, 128);
    private readonly Linear fc2 = Linear(128, 10);

    public ConvNet() : base(nameof(ConvNet)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.relu(conv1.call(x)), 2);
        x = functional.max_pool2d(functional.relu(conv2.call(x)), 2);
        return fc2.call(functional.relu(fc1.call(flatten(x, 1))));
    }
}
