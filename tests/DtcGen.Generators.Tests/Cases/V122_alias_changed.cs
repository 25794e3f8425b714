// input: float 6,8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 12);
    private readonly Linear b = Linear(12, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var c = t.alias();
        c.relu_();
        return b.call(t - c * 0.5f);
    }
}
