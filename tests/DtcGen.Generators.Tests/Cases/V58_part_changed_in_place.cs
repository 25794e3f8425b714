// input: float 8
// expect: declined torch.cat(parts, 1)
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
        var parts = x.chunk(2, 1);
        parts[0].relu_();
        return b.call(torch.cat(parts, 1));
    }
}
