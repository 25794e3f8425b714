// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Linear c = Linear(16, 16);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var t = a.call(x); var v = t.view(-1, 16); v.relu_(); return b.call(c.call(v) + t * 0.5);
    }
}
