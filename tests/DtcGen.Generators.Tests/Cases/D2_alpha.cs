// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8, 16); private readonly Linear b = Linear(16, 4); private readonly AlphaDropout d = AlphaDropout(0.3);
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(d.call(functional.relu(a.call(x))));
    }
}
