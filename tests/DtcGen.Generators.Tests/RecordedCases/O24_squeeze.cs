// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(h.unsqueeze(0).squeeze(0)
            + h.movedim(new long[]{1}, new long[]{2}).movedim(new long[]{2}, new long[]{1}) + h.swapaxes(1, 2).mT);
    }
}
