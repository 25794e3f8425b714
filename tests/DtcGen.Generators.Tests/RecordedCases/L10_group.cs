// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        Func<Tensor, Tensor> act = torch.tanh; var list = new List<Tensor> { a.call(x) }; return b.call(
            list.Select(Help).First()); Tensor Local(Tensor y)
            => act(y);
    }
    private Tensor Help(Tensor y) { return functional.tanh(y);
    }
}
