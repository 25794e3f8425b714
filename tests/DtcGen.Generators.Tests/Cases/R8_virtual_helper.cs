// input: float 8
// expect: read
namespace Tested;
public class Blk : Module<Tensor, Tensor> { public Blk() : base("b") { } protected virtual Tensor Act(Tensor x)
    => functional.relu(x); public override Tensor forward(Tensor x)
        => Act(x); } public sealed class Sub : Blk { protected override Tensor Act(Tensor x) => functional.tanh(x); }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Blk k; private readonly Linear b = Linear(16, 4);
    
    public Net() : base("net")
    {
        k = new Sub();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
