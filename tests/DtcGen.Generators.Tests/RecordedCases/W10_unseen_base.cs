// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 5);
    private readonly Linear b = Linear(5, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var kept = torch.zeros(x.shape[0], 6, 5);
        kept.narrow(1, 0, 3).copy_(a.call(x[.., ..3]));
        return b.call(kept);
    }
}
