// input: float 3,5,5
// expect: read
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly Conv2d? c;
    internal readonly Conv2d? d;
    public Blk() : base("b")
    {
        c = Conv2d(8, 6, 1);
        d = Conv2d(6, 8, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => d!.call(functional.relu(c!.call(x)));
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d? c;
    private readonly BatchNorm2d? n = BatchNorm2d(8);
    private readonly Module<Tensor, Tensor>? d;
    private readonly Blk? k;
    private readonly Blk j = new();

    public Net() : base("net")
    {
        c = Conv2d(3, 8, 1);
        d = Conv2d(8, 4, 1);
        k = new Blk();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return d!.call(j.call(k!.call(functional.relu(n!.call(c!.call(x))))));
    }
}
