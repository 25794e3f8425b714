// input: float 8
// expect: declined s[0]
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly ModuleList<Module<Tensor, Tensor>> s = ModuleList<Module<Tensor, Tensor>>(
            ReLU(), Linear(16, 16)); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        s[0] = Tanh();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = s[0].call(a.call(x)); return b.call(s[1].call(x));
    }
}
