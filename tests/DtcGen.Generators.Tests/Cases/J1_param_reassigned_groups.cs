// input: float 8,9,9
// expect: read
namespace Tested;
public sealed class Block
    : Module<Tensor, Tensor> { private readonly Conv2d c; public Block(int dim, int groups = 1)
        : base("b") { groups = dim; c = Conv2d(
            dim, dim, 3, padding: 1, groups: groups); RegisterComponents(); } public override Tensor forward(Tensor x)
    => c.call(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Block k; private readonly Conv2d a = Conv2d(8, 16, 3, padding: 1); private readonly Conv2d b = Conv2d(16, 4, 1);
    public Net() : base("net")
    {
        k = new Block(16);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(k.call(functional.relu(a.call(x)))));
    }
}
