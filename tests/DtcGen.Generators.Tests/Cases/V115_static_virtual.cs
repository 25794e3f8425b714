// input: float 8
// expect: declined T.Act(x)
namespace Tested;

public interface IAct
{
    static virtual Tensor Act(Tensor x) => functional.relu(x);
}

public sealed class Act : IAct
{
    static Tensor IAct.Act(Tensor x) => functional.tanh(x);
}

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
        return b.call(Run<Act>(a.call(x)));
    }

    private static Tensor Run<T>(Tensor x) where T : IAct => T.Act(x);
}
