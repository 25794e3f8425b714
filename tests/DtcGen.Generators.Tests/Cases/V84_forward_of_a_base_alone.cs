// input: float 8
// expect: read
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    protected readonly Linear b = Linear(16, 4);
    protected Base() : base("base") => RegisterComponents();
    public override Tensor forward(Tensor x) => b.call(Act(a.call(x)));
    protected virtual Tensor Act(Tensor x) => functional.relu(x);
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear unused = Linear(2, 2);

    public Net()
    {

    }

    protected override Tensor Act(Tensor x) => functional.tanh(x);
}
