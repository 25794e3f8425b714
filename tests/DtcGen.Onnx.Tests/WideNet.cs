using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>Convolutions and a hidden layer with many neurons, whose times differ.</summary>
[DualTomographic]
public sealed partial class WideNet : Module<Tensor, Tensor>
{
    private readonly Conv2d first = Conv2d(3, 64, 3);
    private readonly Conv2d second = Conv2d(64, 96, 3);
    private readonly Linear hidden = Linear(96 * 16, 200);
    private readonly Linear last = Linear(200, 4);

    public WideNet()
        : base(nameof(WideNet))
    {
        RegisterComponents();

        // The same in every run, whatever other tests draw meanwhile: the order in which neurons leave decides which sizes there are.
        using var guard = no_grad();
        using var generator = new Generator(1);
        foreach (var parameter in parameters())
        {
            parameter.uniform_(-0.1, 0.1, generator);
        }
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(second.call(functional.relu(first.call(x))));
        return last.call(functional.relu(hidden.call(x.flatten(1))));
    }
}
