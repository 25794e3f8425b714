// input: float 8
// expect: declined noise
namespace Tested;

public sealed class Noise : Module<Tensor, Tensor>
{
    public Noise() : base("noise") { }
    public override Tensor forward(Tensor x) => training ? x * 2 : x;
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Noise noise;

    public Net() : base("net")
    {
        RegisterComponents();
        noise = new Noise();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(noise.call(a.call(x)));
    }
}
