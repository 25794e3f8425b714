// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        Tensor? sum = null; foreach (var p in Parts(a.call(x))) { sum = sum is null ? p : sum + p; } return b.call(sum!);
    }
    private IEnumerable<Tensor> Parts(Tensor y) { yield return y.relu(); yield return y.tanh();
    }
}
