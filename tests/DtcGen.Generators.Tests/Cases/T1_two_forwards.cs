// input: float 8
// expect: read
namespace Tested;
public sealed class Blk
    : Module<Tensor, Tensor> { private readonly Tanh t = Tanh(); public Blk()
        : base("b") { RegisterComponents(); } public override Tensor forward(Tensor x)
    => t.call(x); public Tensor forward(Tensor x, Tensor y) => functional.relu(x) + y; }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Blk k = new(); private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); return b.call(k.forward(x, x));
    }
}
