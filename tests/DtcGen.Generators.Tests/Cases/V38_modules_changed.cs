// input: float 8
// expect: declined found.append(Tanh())
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Sequential s = Sequential(Linear(16, 16));

    public Net() : base("net")
    {
        RegisterComponents();
        foreach (var m in modules())
        {
            if (m is Sequential found)
            {
                found.append(Tanh());
            }
        }
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(s.call(a.call(x)));
    }
}
