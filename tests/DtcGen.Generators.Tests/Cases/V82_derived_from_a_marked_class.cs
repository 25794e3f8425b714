// input: float 8
// expect: refused forward
namespace Tested;

public sealed class Deeper : Net
{
    public override Tensor forward(Tensor x) => base.forward(x) * 2;
}

[DualTomographic]
public partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(a.call(x));
    }
}
