// input: float 8
namespace Tested;
public sealed class Scale(double by, Module<Tensor, Tensor> act) : Module<Tensor, Tensor>("s") { public override Tensor forward(Tensor x)
    => act.call(x) * by; }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Scale s = new(3, ReLU());
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }
}
