// input: float 3,8,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        3,
        8,
        3,
        padding: 1); private readonly Conv2d b = Conv2d(
            8,
            4,
            1); private readonly InstanceNorm2d n = InstanceNorm2d(
                8); private readonly InstanceNorm2d m = InstanceNorm2d(8, affine: true, track_running_stats: true);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(m.call(n.call(h)));
    }
}
