// input: float 8
// expect: declined was > 2
namespace Tested;

public sealed class Blk(double slope) : Module<Tensor, Tensor>("b")
{
    private readonly double was = slope = 0.9;
    private readonly LeakyReLU act = LeakyReLU(slope);
    public override Tensor forward(Tensor x) => was > 2 ? x : act.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new(0.1);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
