// input: float 8
// expect: read
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    public Blk() : base("b") { }
    public new Tensor call(Tensor x) => functional.tanh(x);

    public override Tensor forward(Tensor x) => functional.relu(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
