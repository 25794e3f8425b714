// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 32); private readonly Linear b = Linear(32, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); return b.call(x * torch.sigmoid(1.702 * x));
    }
}
