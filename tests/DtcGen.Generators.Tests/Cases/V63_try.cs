// input: float 8
// expect: declined act = ReLU()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Module<Tensor, Tensor> act = Tanh();

    public Net() : base("net")
    {
        try
        {
            act = ReLU();
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            act = Sigmoid();
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
