// input: float 8,9,9
// expect: read
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly Conv2d c;
    public Blk(int half) : base("b")
    {
        var width = Math.Max(half * 4, 1);
        c = Conv2d(width, width, 3, padding: 1, groups: width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => c.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Blk k = new(4);
    private readonly Conv2d c = Conv2d(8, 16, 1);
    private readonly Conv2d d = Conv2d(16, 4, 1);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return d.call(functional.relu(k.call(functional.relu(c.call(x)))));
    }
}
