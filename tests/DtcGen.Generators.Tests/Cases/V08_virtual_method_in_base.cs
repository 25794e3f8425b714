// input: float 8
// expect: declined act = Tanh()
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected Module<Tensor, Tensor> act = ReLU();
    protected Base() : base("base") { Build(); }
    protected virtual void Build() { }
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }

    protected override void Build() => act = Tanh();
}
