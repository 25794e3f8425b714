// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly Linear b = Linear(
            16, 4); private readonly Module<Tensor, Tensor>? drop = null; private readonly Module<Tensor, Tensor>? act = Tanh();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = a.call(x); y = drop?.call(y) ?? y; y = act?.call(y) ?? y; return b.call(y);
    }
}
