// input: float 8
// expect: declined Make()
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected readonly Module<Tensor, Tensor> act;
    protected Base() : base("base")
    {
        act = Make();
        RegisterComponents();
    }

    protected virtual Module<Tensor, Tensor> Make() => ReLU();
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {

    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }

    protected override Module<Tensor, Tensor> Make() => Tanh();
}
