// input: float 8,9,9
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d c = Conv2d(8, 16, 1);
    private readonly Conv2d d = Conv2d(16, 4, 1);
    private readonly MaxPool2d p = MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), ceil_mode: true);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return d.call(p.call(c.call(x)));
    }
}
