// input: float 8
// expect: read
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
        var h = a.call(x);
        var v = h.unsqueeze(1);
        functional.relu6(v, true);
        return b.call(v.squeeze(1));
    }
}
