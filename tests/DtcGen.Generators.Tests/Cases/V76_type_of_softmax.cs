// input: float 8
// expect: declined functional.softmax(a.call(x), 1, ScalarType.Float64).to(ScalarType.Float32)
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
        return b.call(functional.softmax(a.call(x), 1, ScalarType.Float64).to(ScalarType.Float32));
    }
}
