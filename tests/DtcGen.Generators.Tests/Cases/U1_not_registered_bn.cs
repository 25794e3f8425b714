// input: float 3,6,6
// expect: refused a
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        3, 8, 1); private readonly BatchNorm2d n = BatchNorm2d(8); private readonly Conv2d b = Conv2d(8, 4, 1);
    public Net() : base("net") { }
    public override Tensor forward(Tensor x) => b.call(functional.relu(n.call(a.call(x))));
}
