// input: float 3,16,16
namespace Tested;

public sealed class Basic : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1;
    private readonly Module<Tensor, Tensor> bn1;
    private readonly Module<Tensor, Tensor> conv2;
    private readonly Module<Tensor, Tensor> bn2;
    private readonly Module<Tensor, Tensor>? down;
    private readonly ReLU relu = ReLU(inplace: true);

    public Basic(int from, int to, int stride, Module<Tensor, Tensor>? down, Func<int, Module<Tensor, Tensor>> norm) : base(nameof(Basic))
    {
        conv1 = Conv2d(from, to, 3, stride: stride, padding: 1, bias: false);
        bn1 = norm(to);
        conv2 = Conv2d(to, to, 3, padding: 1, bias: false);
        bn2 = norm(to);
        this.down = down;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var identity = x;
        var y = relu.call(bn1.call(conv1.call(x)));
        y = bn2.call(conv2.call(y));
        if (down is not null)
        {
            identity = down.call(x);
        }

        y += identity;
        return relu.call(y);
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly Sequential stage1;
    private readonly Sequential stage2;
    private readonly Module<Tensor, Tensor> pool = AdaptiveAvgPool2d(1);
    private readonly Linear fc;
    private int planes = 6;

    public Net() : this((from, to, stride, down, norm) => new Basic(from, to, stride, down, norm), width => BatchNorm2d(width), [2, 2])
    {
    }

    private Net(
        Func<int, int, int, Module<Tensor, Tensor>?, Func<int, Module<Tensor, Tensor>>, Module<Tensor, Tensor>> block,
        Func<int, Module<Tensor, Tensor>> norm,
        int[] depth)
        : base(nameof(Net))
    {
        stem = Sequential(Conv2d(3, planes, 3, padding: 1, bias: false), norm(planes), ReLU());
        stage1 = Stage(block, norm, 6, depth[0], 1);
        stage2 = Stage(block, norm, 10, depth[1], 2);
        fc = Linear(10, 4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = stage2.call(stage1.call(stem.call(x)));
        return fc.call(torch.flatten(pool.call(x), 1));
    }

    private Sequential Stage(
        Func<int, int, int, Module<Tensor, Tensor>?, Func<int, Module<Tensor, Tensor>>, Module<Tensor, Tensor>> block,
        Func<int, Module<Tensor, Tensor>> norm,
        int width,
        int times,
        int stride)
    {
        Module<Tensor, Tensor>? down = stride != 1 || planes != width
            ? Sequential(Conv2d(planes, width, 1, stride: stride, bias: false), norm(width))
            : null;
        var layers = new List<Module<Tensor, Tensor>> { block(planes, width, stride, down, norm) };
        planes = width;
        for (var i = 1; i < times; i++)
        {
            layers.Add(block(planes, width, 1, null, norm));
        }

        return Sequential(layers);
    }
}
