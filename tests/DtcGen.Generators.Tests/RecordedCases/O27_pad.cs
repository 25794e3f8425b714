// input: float 3,8,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        3, 8, 3, padding: 1); private readonly Conv2d b = Conv2d(8, 4, 1); private readonly ReflectionPad2d p = ReflectionPad2d(1);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(functional.pad(h, new long[]{1, 1, 1, 1}) + p.call(h));
    }
}
