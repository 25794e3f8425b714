// input: float 8
// expect: refused Net
namespace Tested;

[DualTomographic]
public partial class Base : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    public Base() : base("base") => RegisterComponents();
    public override Tensor forward(Tensor x) => b.call(functional.relu(a.call(x)));
}

[DualTomographic]
public sealed partial class Net : Base
{
    private readonly Linear c = Linear(4, 4);

    public Net()
    {

    }

    public override Tensor forward(Tensor x)
    {
        return c.call(base.forward(x));
    }
}
