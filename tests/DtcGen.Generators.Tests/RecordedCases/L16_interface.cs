// input: float 8
namespace Tested;
public interface IAct { Tensor Run(Tensor x); } public sealed class ActA : IAct { public Tensor Run(Tensor x)
    => x.relu(); } public sealed class ActB : IAct { public Tensor Run(Tensor x) => x.tanh(); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly IAct act = new ActB();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(act.Run(a.call(x)));
    }
}
