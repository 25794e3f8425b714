// Layers in the private fields of a block class that is used twice, around a residual connection.
// input: float 6
// a: 8 neurons: enter> first.wide< first.narrow> second.wide< second.narrow> leave<
// b: 5 neurons: first.wide> first.narrow<
// c: 4 neurons: second.wide> second.narrow<
// stays: leave: they are the model's output
// size: Layer(6, a) + Layer(a, b) + Layer(b, a) + Layer(a, c) + Layer(c, a) + Layer(a, 3)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(6, 8);
    private readonly Block first = new(8, 5);
    private readonly Block second = new(8, 4);
    private readonly Linear leave = Linear(8, 3);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => leave.call(second.call(first.call(enter.call(x))));
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly Linear wide;
    private readonly Linear narrow;
    private readonly Module<Tensor, Tensor> act = GELU();

    public Block(int width, int hidden) : base(nameof(Block))
    {
        wide = Linear(width, hidden);
        narrow = Linear(hidden, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + narrow.call(act.call(wide.call(x)));
}
