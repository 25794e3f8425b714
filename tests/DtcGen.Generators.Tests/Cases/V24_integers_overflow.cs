// input: float 8
// expect: declined large
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private readonly bool large;
    public Blk(int size) : base("b")
    {
        large = unchecked(size * 2) > 0;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => large ? functional.tanh(x) : functional.relu(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new(2_000_000_000);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
