// input: float 8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") { RegisterComponents(); }
    private Tensor Help(Tensor x) { try { return x.add(torch.zeros(3, 5)); } catch (Exception) { return x.tanh(); } }
    public override Tensor forward(Tensor x) { var h = a.call(x); return b.call(h + Help(h)); }
}
