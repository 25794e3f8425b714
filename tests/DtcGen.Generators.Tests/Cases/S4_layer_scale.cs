// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Parameter g; private readonly Linear a = Linear(
        8, 16); private readonly Linear c = Linear(16, 16); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        g = Parameter(torch.ones(16) * 0.1);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(a.call(x)); return b.call(x + g * functional.tanh(c.call(x)));
    }
}
