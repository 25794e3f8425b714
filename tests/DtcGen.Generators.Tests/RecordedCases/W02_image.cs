// input: float 3,6,5
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 3, padding: 1);
    private readonly Conv2d b = Conv2d(8, 4, 1);
    private readonly Conv2d side = Conv2d(3, 8, 1);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x).relu();
        var s = side.call(x);
        t[.., .., 0] = 0;
        t[.., .., 1..3, 2..] = s[.., .., 2..4, ..3];
        t[.., .., .., 0] = s[.., .., .., 1];
        t[TensorIndex.Ellipsis, TensorIndex.Slice(0, 6, 2), 4] = s[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2), 0];
        return b.call(t);
    }
}
