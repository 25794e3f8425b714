// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential s; private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        s = Sequential(("z", Linear(8, 16)), ("a", ReLU()));
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(x));
    }
}
