// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(
            h.index_select(1, torch.tensor(new long[]{0, 2, 4})) + h.gather(1, torch.zeros(h.shape[0], 3, 16, dtype: ScalarType.Int64)));
    }
}
