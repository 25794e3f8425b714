// input: float 8,1,1
// expect: declined functional.relu(a.call(x)).squeeze()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(8, 16, 1); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(a.call(x)).squeeze());
    }
}
