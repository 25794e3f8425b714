// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 48); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var p = a.call(x).chunk(3, -1); return b.call(p[0] * p[1].sigmoid() + p[2]);
    }
}
