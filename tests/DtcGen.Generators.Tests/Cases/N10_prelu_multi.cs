// input: float 8,9,9
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        8, 16, 3, padding: 1); private readonly PReLU p = PReLU(16); private readonly Conv2d b = Conv2d(16, 4, 1);
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(p.call(a.call(x)));
    }
}
