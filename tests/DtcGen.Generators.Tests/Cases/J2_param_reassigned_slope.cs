// input: float 8
// expect: declined c.call(x)
namespace Tested;
public sealed class Block
    : Module<Tensor, Tensor> { private readonly LeakyReLU c; public Block(double s)
        : base("b") { s = s * 4; c = LeakyReLU(s); RegisterComponents(); } public override Tensor forward(Tensor x)
    => c.call(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Block k; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        k = new Block(0.1);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
