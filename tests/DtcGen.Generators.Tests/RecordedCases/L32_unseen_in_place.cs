// input: float 8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly Linear b = Linear(
            16, 4); private readonly Func<Tensor, Tensor> act; private readonly RReLU r = RReLU(inplace: true);
    public Net() : base("net") { act = y => y.relu_(); RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = a.call(x); act(y); var z = y * 2; r.call(z); return b.call(y + z);
    }
}
