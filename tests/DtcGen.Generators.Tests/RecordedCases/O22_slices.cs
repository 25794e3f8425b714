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
            torch.cat(h.split(new long[]{2, 4}, 1).Reverse().ToArray(), 1) + torch.cat(h.split(2, 1), 1) + h.narrow(1, 0, 1));
    }
}
