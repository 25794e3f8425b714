// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(h[.., 1..3].sum(1, keepdim: true) + h[TensorIndex.Ellipsis, TensorIndex.Colon]
            + h[.., ^1].unsqueeze(1) + h[.., TensorIndex.None, 0]);
    }
}
