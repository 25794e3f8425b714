// input: float 8
// expect: declined ((IAct)this).Act(a.call(x))
namespace Tested;

public interface IAct
{
    Tensor Act(Tensor x) => functional.tanh(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>, IAct
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(((IAct)this).Act(a.call(x)));
    }
}
