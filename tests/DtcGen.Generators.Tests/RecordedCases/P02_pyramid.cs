// input: float 3,12,12
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly int times;
    private readonly Conv2d enter = Conv2d(3, 6, 1);
    private readonly MaxPool2d pool = MaxPool2d(5, stride: 1, padding: 2);
    private readonly Conv2d join;
    private readonly Conv2d head = Conv2d(7, 2, 1);

    public Net() : this(3)
    {
    }

    private Net(int times) : base(nameof(Net))
    {
        this.times = times;
        join = Conv2d(6 * (times + 1), 7, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var levels = new List<Tensor> { functional.silu(enter.call(x)) };
        for (var i = 0; i < times; i++)
        {
            levels.Add(pool.call(levels[i]));
        }

        return head.call(functional.relu(join.call(torch.cat(levels.ToArray(), dim: 1))));
    }
}
