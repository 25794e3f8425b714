// input: float 8
// expect: read
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly bool plain;
    private readonly LeakyReLU c = LeakyReLU(0.3);
    public Blk(double share) : base("b")
    {
        plain = (int)share == 0;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => plain ? functional.tanh(x) : c.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new(0.7);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
