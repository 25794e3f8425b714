// input: float 8 | float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear c = Linear(8, 16); private readonly Linear b = Linear(32, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x, Tensor y)
    {
        return b.call(torch.cat(new[] { a.call(x).relu(), c.call(y).relu(), }, -1));
    }
}
