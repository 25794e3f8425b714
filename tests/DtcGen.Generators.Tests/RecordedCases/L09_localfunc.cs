// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        static Tensor Act(Tensor y) => y.relu(); Tensor Twice(Tensor y) { return Act(y) + Act(y); } return b.call(Twice(a.call(x)));
    }
}
