// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8, 16); private readonly GRU l = GRU(16, 12, batchFirst: true, bidirectional: true); private readonly Linear b = Linear(24, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(l.call(h).Item1);
    }
}
