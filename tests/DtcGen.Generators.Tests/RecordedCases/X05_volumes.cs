// input: float 2,7,6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv3d a = Conv3d(2, 6, 3, padding: 1);
    private readonly Conv3d b = Conv3d(6, 4, 1);
    private readonly MaxPool3d max = MaxPool3d(2, stride: 1);
    private readonly AvgPool3d avg = AvgPool3d(2, stride: 1);
    private readonly AdaptiveAvgPool3d all = AdaptiveAvgPool3d(new long[] { 3, 1, 5 });

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x).relu();
        var u = max.call(t) + avg.call(t) + functional.max_pool3d(t, new long[] { 2, 2, 2 }, new long[] { 1, 1, 1 });
        u = u + functional.avg_pool3d(t, new long[] { 2, 2, 2 }, new long[] { 1, 1, 1 });
        return b.call(functional.adaptive_avg_pool3d(u, new long[] { 3, 1, 5 }) + all.call(t));
    }
}
