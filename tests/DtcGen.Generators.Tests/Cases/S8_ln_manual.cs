// input: float 6,8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Parameter w; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        w = Parameter(torch.rand(16));
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x)); var m = x.mean([-1], keepdim: true); var v = (x - m)
            .square()
            .mean([-1], keepdim: true); return b.call((x - m) / (v + 1e-5).sqrt() * w);
    }
}
