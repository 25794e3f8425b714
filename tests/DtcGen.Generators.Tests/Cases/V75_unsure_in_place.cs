// input: float 8
// expect: declined flag
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly bool flag;

    public Net() : base("net")
    {
        flag = a.weight.dim() == 2;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = a.call(x);
        var y = functional.relu(h, flag);
        return b.call(h + y);
    }
}
