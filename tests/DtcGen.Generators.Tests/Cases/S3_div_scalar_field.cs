// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly double f; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        f = 1.0 / Math.Sqrt(16);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(a.call(x)) * f);
    }
}
