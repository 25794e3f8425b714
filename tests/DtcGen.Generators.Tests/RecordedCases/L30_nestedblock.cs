// input: float 8
namespace Tested;
public sealed partial class Holder { public sealed class Inner
    : Module<Tensor, Tensor> { private readonly Linear l = Linear(16, 16); public Inner()
        : base("i") { RegisterComponents(); } public override Tensor forward(Tensor x)
    => Twice(l.call(x)); private static Tensor Twice(Tensor x) => x + x; } }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Holder.Inner k = new();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)).relu());
    }
}
