// input: float 8
// expect: declined s
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Sequential s = Sequential(Linear(16, 16));

    public Net() : base("net")
    {
        Extend(s);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }

    private static void Extend(Sequential what) => what.append(Tanh());
}
