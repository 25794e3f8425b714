// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Linear c = Linear(16, 16);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = a.call(x); var i = 0; while (i < 2) { y = c.call(y).relu(); i++; } do { y = y * 1.5; } while (i++ < 3); return b.call(y);
    }
}
