// input: float 8,9,9
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private static Conv2d Make() { var c = Conv2d(16, 16, 3, padding: 1, groups: 16); return c; }
    private readonly Conv2d k; private readonly Conv2d a = Conv2d(8, 16, 3, padding: 1); private readonly Conv2d b = Conv2d(16, 4, 1);
    public Net() : base("net")
    {
        k = Make();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(k.call(functional.relu(a.call(x)))));
    }
}
