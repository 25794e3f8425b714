// input: float 8
// expect: declined a.register_forward_hook((_, _, y) => y * 2)
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        a.register_forward_hook((_, _, y) => y * 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(a.call(x));
    }
}
