// input: float 8
// expect: declined Sequential(Linear(8, 16)).append(ReLU())
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential s = Sequential(Linear(8, 16)).append(ReLU()); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(x));
    }
}
