// input: float 8
// expect: declined h
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = a.call(x);
        var y = functional.elu(h, 1.0, inplace: true);
        return b.call(h + y);
    }
}
