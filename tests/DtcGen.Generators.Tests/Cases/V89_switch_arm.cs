// input: float 8
// expect: declined act = Sigmoid()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Module<Tensor, Tensor> act = Tanh();

    public Net() : base("net")
    {
        switch (b.weight.dim())
        {
            case 2:
                act = Sigmoid();
                break;
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
