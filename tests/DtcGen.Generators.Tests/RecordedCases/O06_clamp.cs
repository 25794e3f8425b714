// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(
            h.clamp(-0.5, 0.5) + h.clamp_min(0) + h.pow(2) + torch.pow(h, 3) + h.maximum(h * 0.5) + torch.minimum(h, h * 2));
    }
}
