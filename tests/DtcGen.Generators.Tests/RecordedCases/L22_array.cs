// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var ys = new Tensor[2]; ys[0] = a.call(x).relu(); ys[1] = ys[0].tanh(); ys[0] += ys[1]; return b.call(ys[0]);
    }
}
