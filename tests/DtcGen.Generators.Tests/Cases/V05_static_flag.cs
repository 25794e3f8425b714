// input: float 8
// expect: declined Deep
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private static readonly bool Deep;

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = a.call(x);
        return b.call(Deep ? functional.relu(x) : functional.tanh(x));
    }

    static Net() => Deep = true;
}
