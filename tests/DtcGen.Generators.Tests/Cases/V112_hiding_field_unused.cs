// input: float 8
// expect: declined a
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected readonly Linear a = Linear(8, 16);
    protected Base() : base("base") => RegisterComponents();
    protected Tensor First(Tensor x) => a.call(x);
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly new Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {

    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(First(x)));
    }
}
