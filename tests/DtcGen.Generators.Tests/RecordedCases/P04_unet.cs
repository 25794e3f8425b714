// input: float 2,16,16
namespace Tested;

public sealed class Double : Module<Tensor, Tensor>
{
    private readonly Sequential layers;

    public Double(int from, int to) : base(nameof(Double))
    {
        layers = Sequential(Conv2d(from, to, 3, padding: 1), BatchNorm2d(to), ReLU(), Conv2d(to, to, 3, padding: 1), ReLU());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => layers.call(x);
}

public sealed class Up : Module<Tensor, Tensor, Tensor>
{
    private readonly bool learnt;
    private readonly ConvTranspose2d? up;
    private readonly Conv2d? narrow;
    private readonly Double convs;

    public Up(int from, int to, bool learnt) : base(nameof(Up))
    {
        this.learnt = learnt;
        if (learnt)
        {
            up = ConvTranspose2d(from, to, 2, stride: 2);
        }
        else
        {
            narrow = Conv2d(from, to, 1);
        }

        convs = new Double(2 * to, to);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor skip)
    {
        x = learnt ? up!.call(x) : narrow!.call(functional.interpolate(x, scale_factor: [2.0, 2.0], mode: InterpolationMode.Nearest));
        return convs.call(torch.cat(new List<Tensor> { x, skip }, 1));
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Double enter = new(2, 4);
    private readonly MaxPool2d pool = MaxPool2d(2);
    private readonly Double middle = new(4, 6);
    private readonly Double bottom = new(6, 8);
    private readonly Up up1 = new(8, 6, learnt: true);
    private readonly Up up2 = new(6, 4, learnt: false);
    private readonly Conv2d leave = Conv2d(4, 3, 1);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var a = enter.call(x);
        var b = middle.call(pool.call(a));
        var c = bottom.call(pool.call(b));
        return leave.call(up2.call(up1.call(c, b), a));
    }
}
