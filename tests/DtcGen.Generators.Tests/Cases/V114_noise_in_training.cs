// input: float 8
// expect: read
namespace Tested;

public sealed class Noise : Module<Tensor, Tensor>
{
    public Noise() : base("noise") { }
    public override Tensor forward(Tensor x)
    {
        if (training)
        {
            x = x + torch.randn_like(x) * 0.1;
        }

        return x;
    }
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Noise noise = new();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(noise.call(a.call(x)));
    }
}
