// input: float 8
// expect: read
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? n;
    private readonly bool skip;
    public Blk(int width, bool norm) : base("b")
    {
        if (norm)
        {
            n = BatchNorm1d(width);
        }

        skip = !norm;
        RegisterComponents();
    }

    private Tensor Norm(Tensor x) => n is null ? x : n.call(x);

    public override Tensor forward(Tensor x) => Norm(x) + (skip ? x : x.tanh());
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new(16, true);
    private readonly Blk j = new(16, false);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(j.call(k.call(a.call(x))));
    }
}
