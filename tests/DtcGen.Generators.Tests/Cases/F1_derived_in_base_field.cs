// input: float 8
// expect: declined Make()
namespace Tested;
public class Act : Module<Tensor, Tensor> { public Act() : base("a") { } public override Tensor forward(Tensor x)
    => functional.relu(x); } public sealed class Act2 : Act { public override Tensor forward(Tensor x) => functional.tanh(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private static Act Make() { Act t = new Act(); t = new Act2(); return t; }
    private readonly Act k; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        k = Make(); 
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
