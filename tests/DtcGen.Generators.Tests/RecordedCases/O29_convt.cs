// input: float 3,8,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        3,
        8,
        3,
        padding: 1); private readonly ConvTranspose2d t = ConvTranspose2d(
            8, 6, 3, stride: 2, padding: 1, output_padding: 1); private readonly Conv2d b = Conv2d(6, 4, 1);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(t.call(h).relu());
    }
}
