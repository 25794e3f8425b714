// input: float 3,16,16
namespace Tested;

public class ConvAct : Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d norm;
    private readonly Module<Tensor, Tensor> act;

    public ConvAct(int from, int to, int kernel = 1, int stride = 1, int? padding = null, Module<Tensor, Tensor>? act = null)
        : base(nameof(ConvAct))
    {
        conv = Conv2d(from, to, kernel, stride: stride, padding: padding ?? kernel / 2, bias: false);
        norm = BatchNorm2d(to);
        this.act = act ?? SiLU();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => act.call(norm.call(conv.call(x)));
}

public sealed class Bottle : Module<Tensor, Tensor>
{
    private readonly ConvAct enter;
    private readonly ConvAct leave;
    private readonly bool add;

    public Bottle(int from, int to, bool shortcut = true) : base(nameof(Bottle))
    {
        enter = new ConvAct(from, to, 3);
        leave = new ConvAct(to, to, 3);
        add = shortcut && from == to;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => add ? x + leave.call(enter.call(x)) : leave.call(enter.call(x));
}

public sealed class Split : Module<Tensor, Tensor>
{
    private readonly ConvAct enter;
    private readonly ConvAct leave;
    private readonly ModuleList<Bottle> blocks = new();

    public Split(int from, int to, int times) : base(nameof(Split))
    {
        var half = to / 2;
        enter = new ConvAct(from, 2 * half);
        leave = new ConvAct((2 + times) * half, to);
        for (var i = 0; i < times; i++)
        {
            blocks.Add(new Bottle(half, half));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var parts = enter.call(x).chunk(2, 1).ToList();
        foreach (var block in blocks)
        {
            parts.Add(block.call(parts[^1]));
        }

        return leave.call(torch.cat(parts, 1));
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly ConvAct stem = new(3, 8, 3, 2);
    private readonly Split split = new(8, 12, 2);
    private readonly ConvAct last = new(12, 10, act: Identity());
    private readonly Conv2d head = Conv2d(10, 5, 1);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.call(last.call(split.call(stem.call(x))));
}
