// input: float 8,6,6
// expect: declined p.call(c.call(x))
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(8, 16, 1);
    private readonly AvgPool2d p = AvgPool2d(2, divisor_override: 3);
    private readonly Conv2d d = Conv2d(16, 4, 1);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return d.call(p.call(c.call(x)));
    }
}
