// input: float 8
// expect: declined act.call(x)
namespace Tested;

public sealed class Act : Module<Tensor, Tensor>
{
    public Act() : base("act") { }
    public override Tensor forward(Tensor x) => functional.tanh(x);
}

public sealed class Blk<T> : Module<Tensor, Tensor> where T : Module<Tensor, Tensor>, new()
{
    private readonly T act = new();
    public Blk() : base("b") => RegisterComponents();
    public override Tensor forward(Tensor x) => act.call(x);
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Blk<Act> k = new();

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
