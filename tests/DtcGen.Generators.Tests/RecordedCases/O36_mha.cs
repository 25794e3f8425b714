// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8, 16); private readonly Linear b = Linear(16, 4); private readonly MultiheadAttention m = MultiheadAttention(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(
            m.call(h.transpose(0, 1), h.transpose(0, 1), h.transpose(0, 1), null, false, null).Item1.transpose(0, 1));
    }
}
