// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var parts = a.call(x).chunk(4, -1).Select(p => p.relu()).Where((_, i) => i < 4).ToArray(); return b.call(torch.cat(parts, -1));
    }
}
