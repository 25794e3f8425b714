// input: float 8
// expect: declined r
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly bool r; private readonly Linear a = Linear(
        8, 16); private readonly Linear c = Linear(16, 16); private readonly Linear b = Linear(16, 4);
    public Net() : this(2) { }
    private Net(int stride) : base("net")
    {
        if (stride == 1) r = true;

        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x)); var y = functional.relu(c.call(x)); return b.call(r ? x + y : y);
    }
}
