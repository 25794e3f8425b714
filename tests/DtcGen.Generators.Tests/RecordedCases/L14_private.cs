// input: float 8
namespace Tested;
public sealed class Blk
    : Module<Tensor, Tensor> { private enum Kind { A, B } private readonly Kind kind =
        Kind.B; private static readonly double Gain = 2; private const double Shift = 0.5; private readonly Linear l = Linear(
            16, 16); private bool Flag { get; set; } = true; private double Get()
    => Flag ? Gain : 1; public Blk() : base("b") { RegisterComponents(); } public override Tensor forward(Tensor x)
        => l.call(x).relu() * Get() + Shift; }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Blk k = new();
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        return b.call(k.call(a.call(x)));
    }
}
