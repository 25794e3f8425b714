// input: float 8
namespace Tested;
public sealed class Two : Module<Tensor, (Tensor, Tensor)> { public Two() : base("t") { } public override (Tensor, Tensor) forward(Tensor x)
    => (x.relu(), x.tanh()); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Two two = new();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var t = two.call(a.call(x)); return b.call(t.Item1 * t.Item2);
    }
}
