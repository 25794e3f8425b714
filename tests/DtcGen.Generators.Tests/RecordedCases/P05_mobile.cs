// input: float 3,16,16
namespace Tested;

public sealed class Squeeze : Module<Tensor, Tensor>
{
    private readonly Conv2d reduce;
    private readonly Conv2d grow;

    public Squeeze(int width) : base(nameof(Squeeze))
    {
        reduce = Conv2d(width, Math.Max(2, width / 4), 1);
        grow = Conv2d(Math.Max(2, width / 4), width, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var gate = functional.adaptive_avg_pool2d(x, 1);
        gate = functional.hardsigmoid(grow.call(functional.relu(reduce.call(gate))));
        return x * gate;
    }
}

public sealed class Inverted : Module<Tensor, Tensor>
{
    private readonly bool useShortcut;
    private readonly Sequential layers;

    public Inverted(int from, int wide, int to, int kernel, int stride, bool squeeze, string act) : base(nameof(Inverted))
    {
        useShortcut = stride == 1 && from == to;
        layers = Sequential(("expand", Conv2d(from, wide, 1, bias: false)), ("norm1", BatchNorm2d(wide)), ("act1", Act(act)));
        layers.append("depth", Conv2d(wide, wide, kernel, stride: stride, padding: kernel / 2, groups: wide, bias: false));
        layers.append("norm2", BatchNorm2d(wide));
        if (squeeze)
        {
            layers.append("squeeze", new Squeeze(wide));
        }

        layers.append("act2", Act(act));
        layers.append("project", Conv2d(wide, to, 1, bias: false));
        layers.append("norm3", BatchNorm2d(to));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = layers.call(x);
        return useShortcut ? x + y : y;
    }

    private static Module<Tensor, Tensor> Act(string name) => name switch
    {
        "relu" => ReLU(),
        "hswish" => Hardswish(),
        _ => throw new ArgumentException(name),
    };
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private static readonly (int Kernel, int Wide, int To, bool Squeeze, string Act, int Stride)[] Settings =
    [
        (3, 8, 6, true, "relu", 1),
        (3, 10, 8, false, "relu", 2),
        (5, 12, 8, true, "hswish", 1),
    ];

    private readonly Conv2d stem = Conv2d(3, 6, 3, stride: 2, padding: 1);
    private readonly ModuleList<Inverted> blocks = ModuleList<Inverted>();
    private readonly Linear head = Linear(8, 4);

    public Net() : base(nameof(Net))
    {
        var width = 6;
        foreach (var (kernel, wide, to, squeeze, act, stride) in Settings)
        {
            blocks.Add(new Inverted(width, wide, to, kernel, stride, squeeze, act));
            width = to;
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.hardswish(stem.call(x));
        foreach (var block in blocks)
        {
            x = block.call(x);
        }

        return head.call(x.mean([2, 3]));
    }
}
