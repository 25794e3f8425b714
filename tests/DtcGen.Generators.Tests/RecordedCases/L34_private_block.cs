// input: float 8
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private sealed class Blk
        : Module<Tensor, Tensor> { private readonly Linear l = Linear(16, 16); public Blk()
            : base("b") { RegisterComponents(); } public override Tensor forward(Tensor x)
        => Act(l.call(x)); private Tensor Act(Tensor x) => x.relu(); }
    private sealed record Both(Tensor A, Tensor B);
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Blk k = new();
    public Net() : base("net") { RegisterComponents(); }
    private static Tensor Add(Both both) => both.A + both.B;
    public override Tensor forward(Tensor x) { var h = a.call(x); return b.call(Add(new Both(h, k.call(h)))); }
}
