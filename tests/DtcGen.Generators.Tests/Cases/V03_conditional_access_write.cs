// input: float 8
// expect: declined k
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    private Module<Tensor, Tensor> act = ReLU();
    public Blk() : base("b") => RegisterComponents();
    public void Swap() => act = Tanh();
    public override Tensor forward(Tensor x) => act.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new();

    public Net() : base("net")
    {
        Blk? other = k;
        other?.Swap();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
