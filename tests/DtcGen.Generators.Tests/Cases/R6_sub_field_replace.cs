// input: float 8
// expect: declined k.Act = Tanh()
namespace Tested;
public sealed class Blk
    : Module<Tensor, Tensor> { public Module<Tensor, Tensor> Act; public Blk()
        : base("b") { Act = ReLU(); RegisterComponents(); } public override Tensor forward(Tensor x)
    => Act.call(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Blk k; private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        k = new Blk(); k.Act = Tanh();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
