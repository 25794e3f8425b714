// input: float 8
// expect: declined Act = Tanh()
namespace Tested;

public sealed class Blk : Module<Tensor, Tensor>
{
    public Module<Tensor, Tensor> Act = ReLU();
    public Blk() : base("b") => RegisterComponents();

    public override Tensor forward(Tensor x) => Act.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk k = new() { Act = Tanh() };

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
