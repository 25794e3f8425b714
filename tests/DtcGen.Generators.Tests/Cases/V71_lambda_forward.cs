// input: float 8
// expect: declined y => functional.relu(y) | () => x = functional.tanh(x) | change() | f(x)
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
        Func<Tensor, Tensor> f = y => functional.relu(y);
        x = a.call(x);
        Action change = () => x = functional.tanh(x);
        change();
        return b.call(f(x));
    }
}
