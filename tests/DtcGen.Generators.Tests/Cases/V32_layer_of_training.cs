// input: float 8
// expect: declined b
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear aux = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x));
        if (!training)
        {
            return b.call(x);
        }

        return b.call(x) + aux.call(x);
    }
}
