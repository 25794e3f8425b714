// input: float 8
// expect: declined x += scaled
namespace Tested;

public sealed class Scaled
{
    public static Tensor operator +(Tensor left, Scaled right) => left * 2;
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Scaled scaled = new();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = a.call(x);
        x += scaled;
        x = -x;
        return b.call(x);
    }
}
