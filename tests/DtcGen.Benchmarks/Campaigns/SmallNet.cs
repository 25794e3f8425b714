using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>A network whose files are small enough to be damaged everywhere, and whose steps are short enough to be many.</summary>
[DualTomographic]
internal sealed partial class SmallNet : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    /// <param name="neurons">The hidden neurons.</param>
    public SmallNet(int neurons = 8)
        : base(nameof(SmallNet))
    {
        fc1 = Linear(6, neurons);
        fc2 = Linear(neurons, 4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
}
