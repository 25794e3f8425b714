// input: float 8,5,5
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d d = Conv2d(8, 8, 1);
    private readonly Conv2d c;
    private readonly Conv2d e = Conv2d(16, 4, 1);

    public Net() : base("net")
    {
        var n = 8;
        c = Conv2d(n, n += 8, 3, padding: 1, groups: n / 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return e.call(functional.relu(c.call(functional.relu(d.call(x)))));
    }
}
