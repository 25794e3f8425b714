// input: float 8,6,6
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(8, 16, 1); private readonly Conv2d b = Conv2d(32, 4, 1);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x)); return b.call(torch.cat(new[] { x, functional.max_pool2d(x, 3, stride: 1, padding: 1) }, 1));
    }
}
