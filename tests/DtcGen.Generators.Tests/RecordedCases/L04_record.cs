// input: float 8
namespace Tested;
public sealed record Pair(Tensor First, Tensor Second); public sealed class Two
    : Module<Tensor, Pair> { private readonly Linear l = Linear(16, 16); public Two()
        : base("t") { RegisterComponents(); } public override Pair forward(Tensor x)
    => new(x.relu(), l.call(x)); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Two two = new();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var (p, q) = two.call(a.call(x)); return b.call(p + q);
    }
}
