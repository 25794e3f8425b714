// input: float 8
// expect: read
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected Module<Tensor, Tensor> act = ReLU();
    protected Base() : base("base") {  }
    protected virtual void Build() { }
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {
        act = Tanh();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
