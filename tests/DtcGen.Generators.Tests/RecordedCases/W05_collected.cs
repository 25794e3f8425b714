// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 5);
    private readonly Linear b = Linear(5, 5);
    private readonly Linear c = Linear(5, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var kept = torch.zeros(x.shape[0], x.shape[1], 5);
        var counted = torch.ones(6, 5);
        var h = a.call(x[.., 0]);
        for (var i = 0; i < x.shape[1]; i++)
        {
            h = torch.tanh(b.call(h) + a.call(x[.., i]));
            kept[.., i] = h;
            counted[i] = i;
        }

        return c.call(kept + counted * 0.1);
    }
}
