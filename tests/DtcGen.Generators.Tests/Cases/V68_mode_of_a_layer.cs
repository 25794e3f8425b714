// input: float 8
// expect: declined d.train() | d.train()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Dropout d = Dropout(0.5);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        d.train();
        return b.call(d.call(a.call(x)));
    }
}
