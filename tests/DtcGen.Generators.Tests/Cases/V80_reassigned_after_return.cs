// input: float 8
// expect: declined act = Tanh()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Module<Tensor, Tensor> act = ReLU();

    public Net() : base("net")
    {
        RegisterComponents();
        if (a.weight.dim() == 2)
        {
            return;
        }

        act = Tanh();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
