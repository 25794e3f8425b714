// input: float 8
// expect: declined f
namespace Tested;

public abstract class Base : Module<Tensor, Tensor>
{
    protected double f = 2.0;
    protected Base() : base("base") => RegisterComponents();
    protected Tensor Scale(Tensor x) => x * f;
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly new double f = 3.0;
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net()
    {

    }

    public override Tensor forward(Tensor x)
    {
        return b.call(Scale(a.call(x)) * f);
    }
}
