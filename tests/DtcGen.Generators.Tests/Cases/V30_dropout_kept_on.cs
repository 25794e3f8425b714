// input: float 8
// expect: declined functional.dropout(a.call(x), 0.5, on)
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly bool on = true;

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.dropout(a.call(x), 0.5, on));
    }
}
