// input: float 8
// expect: declined a | l | l
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear[] l = new Linear[2]; private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        for (var i = 0; i < 2; i++) { l[i] = Linear(16, 16); register_module("l" + i, l[i]); }
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); x = functional.relu(l[0].call(x)); x = functional.relu(l[1].call(x)); return b.call(x);
    }
}
