// input: float 8
// expect: declined s.append(Linear(16, 16))
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> s; private readonly Linear a = Linear(
        8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        s = ModuleList<Module<Tensor, Tensor>>(); for (var i = 0; i < 2; i++) s.append(Linear(16, 16));
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); foreach (var l in s) x = functional.relu(l.call(x)); return b.call(x);
    }
}
