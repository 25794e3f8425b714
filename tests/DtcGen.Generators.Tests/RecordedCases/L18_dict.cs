// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly Linear b = Linear(
            16, 4); private readonly ModuleDict<Linear> d = ModuleDict<Linear>(("p", Linear(16, 16)), ("q", Linear(16, 16)));
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = a.call(x); var seen = new Dictionary<string, Tensor>(); foreach (var key in d.Keys) { y = d[key]
            .call(y)
            .relu(); seen[key] = y; } return b.call(seen["p"] + seen["q"]);
    }
}
