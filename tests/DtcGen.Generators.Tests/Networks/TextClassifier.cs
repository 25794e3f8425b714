// An embedding of words: its columns are neurons.
// input: long 9 30
// a: 8 neurons: words> hidden<
// b: 7 neurons: hidden> head<
// stays: head: they are the model's output
// size: Parameters(30 * a) + Layer(a, b) + Layer(b, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Embedding words = Embedding(30, 8);
    private readonly Linear hidden = Linear(8, 7);
    private readonly Linear head = Linear(7, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.call(functional.relu(hidden.call(words.call(x).mean([1]))));
}
