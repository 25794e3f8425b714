// input: float 8
// expect: read
namespace Tested;
public sealed class Blk
    : Module<Tensor, Tensor?, Tensor> { public Blk()
        : base("b") { RegisterComponents(); } public override Tensor forward(
            Tensor x, Tensor? m) { x = functional.relu(x); if (m is not null) x = x * m; return x; } }
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
        return b.call(k.call(a.call(x), null));
    }
}
