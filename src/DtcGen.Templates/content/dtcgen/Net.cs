using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGenApp;

/// <summary>An ordinary TorchSharp model; the attribute and <c>partial</c> make it one that can be compressed and exported.</summary>
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(2, 96);
    private readonly Linear fc2 = Linear(96, 64);
    private readonly Linear fc3 = Linear(64, 2);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(fc1.call(x));
        x = functional.relu(fc2.call(x));
        return fc3.call(x);
    }
}
