// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(functional.gelu(h) + functional.silu(h) + functional.mish(h) + functional.celu(h, 0.7)
            + functional.selu(h) + functional.softsign(h) + functional.logsigmoid(h) + functional.leaky_relu(h, 0.2));
    }
}
