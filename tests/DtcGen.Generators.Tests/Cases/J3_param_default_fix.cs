// input: float 8
// expect: declined same
namespace Tested;
public sealed class Block
    : Module<Tensor, Tensor> { private readonly Linear c; private readonly bool same; public Block(int i, int o, bool s = false)
        : base("b") { if (o == 16) { s = true; } same = s; c = Linear(i, o); RegisterComponents(); } public override Tensor forward(
            Tensor x) { var y = c.call(x); return same ? functional.tanh(y) : functional.relu(y); } }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Block k; private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        k = new Block(8, 16);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(x));
    }
}
