// input: float 8,6
// expect: declined t
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv1d c = Conv1d(8, 16, 1);
    private readonly Linear d = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = c.call(x).transpose(1, 2);
        var u = t.reshape(-1, 16);
        u.relu_();
        return d.call(t);
    }
}
