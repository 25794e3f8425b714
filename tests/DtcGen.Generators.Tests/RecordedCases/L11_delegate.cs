// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Func<Tensor, Tensor> act;
    public Net() : base("net") { act = torch.sigmoid; RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(act(a.call(x)));
    }
}
