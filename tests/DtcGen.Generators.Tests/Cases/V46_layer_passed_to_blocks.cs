// input: float 8
// expect: declined l
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly Linear l;
    public Blk(Linear l) : base("b")
    {
        this.l = l;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.tanh(l.call(x));
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k;
    private readonly Blk j;

    public Net() : base("net")
    {
        var l = Linear(16, 16);
        k = new Blk(l);
        j = new Blk(l);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(j.call(k.call(a.call(x))));
    }
}
