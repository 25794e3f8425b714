// input: float 8
// expect: declined ScalarType.Float64
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
        x = a.call(x);
        return b.call(x - x.mean([1], true, ScalarType.Float64));
    }
}
