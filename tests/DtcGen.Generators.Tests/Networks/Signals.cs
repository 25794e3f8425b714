// Convolutions along time, strided and pooled.
// input: float 2,40
// a: 6 channels: conv1> norm1= conv2<
// b: 5 channels: conv2> head< (each 3)
// stays: head: they are the model's output
// size: Layer(2, a, 5, 18) + BatchNorm(a) + Layer(a, b, 3, 9) + Layer(3 * b, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1 = Conv1d(2, 6, 5, stride: 2);
    private readonly BatchNorm1d norm1 = BatchNorm1d(6);
    private readonly Conv1d conv2 = Conv1d(6, 5, 3, padding: 1, dilation: 1);
    private readonly Linear head = Linear(15, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool1d(norm1.call(conv1.call(x)).relu(), 2);
        x = functional.adaptive_avg_pool1d(functional.silu(conv2.call(x)), 3);
        return head.call(x.reshape(x.size(0), -1));
    }
}
