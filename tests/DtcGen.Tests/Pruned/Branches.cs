using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>The network of Fixtures/torch-pruning.py.</summary>
[DualTomographic(Record = false)]
public sealed partial class Branches : Module<Tensor, Tensor>
{
    private readonly Conv2d enter = Conv2d(3, 8, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm1 = BatchNorm2d(8);
    private readonly Conv2d conv1 = Conv2d(8, 12, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm2 = BatchNorm2d(12);
    private readonly Conv2d conv2 = Conv2d(12, 8, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm3 = BatchNorm2d(8);
    private readonly Conv2d conv3 = Conv2d(8, 10, 3, stride: 2);
    private readonly Linear fc1 = Linear(10 * 2 * 2, 14);
    private readonly Linear fc2 = Linear(14, 5);

    public Branches()
        : base(nameof(Branches)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var x = functional.relu(norm1.call(enter.call(input)));
        var y = functional.relu(norm2.call(conv1.call(x)));
        x = functional.relu(x + norm3.call(conv2.call(y)));
        x = flatten(functional.relu(conv3.call(x)), 1);
        return fc2.call(functional.relu(fc1.call(x)));
    }
}
