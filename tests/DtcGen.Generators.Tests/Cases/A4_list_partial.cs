// input: float 8
// expect: declined s.Add(Linear(16, 16))
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> s = ModuleList(
        Linear(16, 16)); private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        for (var i = 0; i < 2; i++) s.Add(Linear(16, 16));
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); foreach (var l in s) x = functional.relu(l.call(x)); return b.call(x);
    }
}
