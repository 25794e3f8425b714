// input: float 8
// expect: declined act = Sigmoid()
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected Module<Tensor, Tensor> act = ReLU();
    protected Base() : base("base") { act = Tanh(); }
    protected virtual void Build() { }
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {
        act = Sigmoid();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
