// input: float 4,12
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv1d a = Conv1d(4, 8, 3, padding: 1);
    private readonly Conv1d b = Conv1d(8, 4, 1);
    private readonly AdaptiveMaxPool1d max = AdaptiveMaxPool1d(5);
    private readonly LPPool1d power = LPPool1d(3, 2);
    private readonly ReflectionPad1d reflect = ReflectionPad1d((1, 2));
    private readonly ConstantPad1d constant = ConstantPad1d((1, 2), 0.5);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x).abs();
        var u = max.call(t).mean([-1], true) + power.call(t).mean([-1], true) + functional.adaptive_max_pool1d(t, 1);
        return b.call(u + reflect.call(t) * constant.call(t));
    }
}
