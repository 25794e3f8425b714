// input: float 3,4,5,6
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv3d a = Conv3d(
        3, 8, 3, padding: 1); private readonly BatchNorm3d n = BatchNorm3d(8); private readonly Conv3d b = Conv3d(8, 4, 1);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(n.call(h).relu());
    }
}
