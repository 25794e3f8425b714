// input: float 8
// expect: declined for (int i = 0; i < 2; i++) x = functional.relu(l[i].call(x));
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly ModuleList<Linear> l = ModuleList(Linear(16, 16), Linear(16, 16)); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); for (int i = 0; i < 2; i++) x = functional.relu(l[i].call(x)); return b.call(x);
    }
}
