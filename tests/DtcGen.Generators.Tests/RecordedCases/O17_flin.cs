// input: float 6,8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(
        8,
        16); private readonly Linear b = Linear(
            16,
            4); private readonly Parameter w = Parameter(torch.randn(16, 16)); private readonly Parameter c = Parameter(torch.randn(16));
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(functional.linear(h, w, c).relu());
    }
}
