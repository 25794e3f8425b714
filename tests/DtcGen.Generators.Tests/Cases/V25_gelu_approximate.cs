// input: float 8
// expect: declined TorchSharp.Modules.GELU.Approximate.tanh
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.gelu(a.call(x) * 2, TorchSharp.Modules.GELU.Approximate.tanh));
    }
}
