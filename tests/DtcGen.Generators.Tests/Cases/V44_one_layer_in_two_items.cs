// input: float 8
// expect: declined l
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Sequential s;

    public Net() : base("net")
    {
        var l = Linear(16, 16);
        s = Sequential(l, ReLU(), l);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }
}
