// input: float 8
// expect: declined act = i == 0 ? Tanh() : Sigmoid()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private Module<Tensor, Tensor> act = ReLU();

    public Net() : base("net")
    {
        for (var i = 0; i < 2; i++)
        {
            act = i == 0 ? Tanh() : Sigmoid();
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
