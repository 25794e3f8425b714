// input: float 8
namespace Tested;
public enum Kind { One, Two }
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4); private readonly Kind kind = Kind.Two;
    public Net() : base("net") {  RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var y = a.call(x); switch (kind) { case Kind.One: y = y.relu(); break; default: y = y.tanh(); break; } return b.call(
            y switch { null => x, var z => z.sigmoid() });
    }
}
