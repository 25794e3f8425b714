// input: float 3,6,10
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 3, padding: 1);
    private readonly Conv2d b = Conv2d(8, 4, 1);
    private readonly ReflectionPad2d reflect = ReflectionPad2d((1, 2, 1, 0));
    private readonly ReplicationPad2d replicate = ReplicationPad2d((1, 2, 1, 0));
    private readonly ZeroPad2d zero = ZeroPad2d((1, 2, 1, 0));
    private readonly ConstantPad2d constant = ConstantPad2d((1, 2, 1, 0), 0.5);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var u = reflect.call(t) + replicate.call(t) + zero.call(t) + constant.call(t);
        u = u + functional.pad(t, new long[] { 1, 2, 1, 0 }, PaddingModes.Circular)
            + functional.pad(t, new long[] { 1, 2, 1, 0 }, PaddingModes.Replicate);
        u = u + functional.pad(t, new long[] { 1, 2, 1, 0 }, PaddingModes.Constant, 2)
            + functional.interpolate(t, new long[] { 7, 13 }, mode: InterpolationMode.Area);
        u = u + functional.interpolate(t, new long[] { 7, 13 }, mode: InterpolationMode.NearestExact)
            + functional.interpolate(t, new long[] { 7, 13 });
        u = u + functional.interpolate(t, new long[] { 7, 13 }, mode: InterpolationMode.Bicubic, align_corners: false);
        u = u + functional.interpolate(t, new long[] { 7, 13 }, mode: InterpolationMode.Bilinear, align_corners: true);
        u = u + functional.adaptive_max_pool2d(t, new long[] { 7, 13 })
            + functional.interpolate(t, new long[] { 7, 13 }, mode: InterpolationMode.Bicubic, align_corners: true);
        return b.call(u) + functional.adaptive_max_pool2d(t, new long[] { 1, 1 }).mean([1], true);
    }
}
