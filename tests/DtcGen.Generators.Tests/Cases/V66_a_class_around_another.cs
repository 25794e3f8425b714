// input: float 8
// expect: read
namespace Tested;

public class Blk : Module<Tensor, Tensor>
{
    protected Module<Tensor, Tensor> act = ReLU();
    public Blk() : base("b") => RegisterComponents();

    public override Tensor forward(Tensor x) => act.call(x);
}

public sealed class Derived : Blk
{
    public Derived() => act = Tanh();
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new Derived();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
