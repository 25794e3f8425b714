// input: float 3,9
namespace Tested;
[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv1d a = Conv1d(
        3, 8, 3); private readonly ConvTranspose1d t = ConvTranspose1d(8, 5, 3); private readonly Conv1d b = Conv1d(5, 4, 1);
    public Net() : base("net") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        var h = a.call(x); return b.call(t.call(h));
    }
}
