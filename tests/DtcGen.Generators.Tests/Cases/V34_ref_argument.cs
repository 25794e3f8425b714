// input: float 8
// expect: declined Twist(ref x)
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
        x = a.call(x);
        var y = Twist(ref x);
        return b.call(x + y);
    }

    private static Tensor Twist(ref Tensor x)
    {
        x = functional.relu(x);
        return x;
    }
}
