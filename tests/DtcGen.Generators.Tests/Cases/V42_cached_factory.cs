// input: float 8
// expect: declined Get()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private static readonly Linear Shared = Linear(16, 16);
    private readonly Linear p = Get();
    private readonly Linear q = Get();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(q.call(functional.tanh(p.call(a.call(x)))));
    }

    private static Linear Get() => Shared;
}
