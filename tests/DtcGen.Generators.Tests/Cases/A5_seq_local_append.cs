// input: float 8
// expect: declined t.append(ReLU())
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential s; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        var t = Sequential(Linear(16, 16)); t.append(ReLU()); s = t;
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }
}
