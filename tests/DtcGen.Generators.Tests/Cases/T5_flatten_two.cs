// input: float 8,6,6
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Conv2d a = Conv2d(
        8, 16, 1); private readonly Linear b = Linear(16 * 36, 4); private readonly Linear c = Linear(16 * 36, 1);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override (Tensor, Tensor) forward(Tensor x)
    {
        x = functional.relu(a.call(x)).flatten(1); return (b.call(x), c.call(x).tanh());
    }
}
