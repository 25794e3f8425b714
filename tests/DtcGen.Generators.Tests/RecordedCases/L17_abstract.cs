// input: float 8
namespace Tested;
public abstract class Base
    : Module<Tensor, Tensor> { protected readonly Linear l = Linear(16, 16); protected Base(string n)
        : base(n) { } protected abstract Tensor Act(Tensor x); public override Tensor forward(Tensor x)
    => Act(l.call(x)); } public sealed class One
        : Base { public One() : base("o") { RegisterComponents(); } protected override Tensor Act(Tensor x)
        => x.relu(); public override Tensor forward(Tensor x) => base.forward(x) + x; }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Base k = new One();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
