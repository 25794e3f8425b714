// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly double by = 2; private double By
        => by + 1; private Tensor Bias => torch.ones(16) * By;
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(a.call(x) * By + Bias);
    }
}
