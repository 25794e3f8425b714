// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear c = Linear(8, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var grid = t.view(-1, 4, 4);
        var turned = grid.transpose(1, 2);
        var row = grid.select(1, 1);
        var half = t.narrow(1, 8, 8);
        row.copy_(c.call(x));
        t.narrow(1, 0, 2).zero_();
        turned.select(1, 2).fill_(0.75);
        half.narrow(1, 0, 3).relu_();
        grid[.., 2..4, 1..3] = turned[.., ..2, ..2];
        half.mul_(2);
        return b.call(t) + b.call(turned.reshape(-1, 16)) + row * half.narrow(1, 4, 4);
    }
}
