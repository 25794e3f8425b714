// input: float 8
// expect: declined (act, n) = Pair()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private Module<Tensor, Tensor> act;
    private readonly int n;

    public Net() : base("net")
    {
        (act, n) = Pair();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }

    private static (Module<Tensor, Tensor>, int) Pair() => (Tanh(), 1);
}
