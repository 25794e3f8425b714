// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 6);
    private readonly Strict strict = new();
    private readonly Linear instead = Linear(6, 7);
    private readonly Linear leave = Linear(7, 3);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = enter.call(x).relu();
        Tensor z;
        try
        {
            z = strict.call(y);
        }
        catch (InvalidOperationException)
        {
            z = instead.call(y).tanh();
        }

        return leave.call(z);
    }
}

public sealed class Strict : Module<Tensor, Tensor>
{
    private readonly Linear inside = Linear(6, 7);

    public Strict() : base(nameof(Strict))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = inside.call(x).relu();
        return y.ndim == 2 ? throw new InvalidOperationException("rows are not taken") : y;
    }
}
