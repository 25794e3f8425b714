// input: float 8
// expect: declined s.append("l", Linear(16, 16))
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Sequential s; private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        s = Sequential(); s.append("l", Linear(16, 16)); s.append("r", ReLU());
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }
}
