// input: float 8,9,9
// expect: declined new long[] { x.shape[2], x.shape[3] }
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(8, 16, 3, padding: 1); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x)); x = functional.avg_pool2d(x, new long[] { x.shape[2], x.shape[3] }); return b.call(x.flatten(1));
    }
}
