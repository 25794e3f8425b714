// input: float 8
namespace Tested;
public sealed class Res<T>
    : Module<Tensor, Tensor>
        where T : Module<Tensor, Tensor> { private readonly T inner; public Res(T inner)
            : base("r") { this.inner = inner; RegisterComponents(); } public override Tensor forward(Tensor x)
    => x + inner.call(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8, 16); private readonly Linear b = Linear(16, 4); private readonly Res<Linear> res = new(Linear(16, 16));
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(res.call(a.call(x)).relu());
    }
}
