// input: float 8,9,9
// expect: unexported
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(
        8,
        16,
        3,
        padding: 1); private readonly BatchNorm2d n = BatchNorm2d(
            16, track_running_stats: false); private readonly Conv2d b = Conv2d(16, 4, 1);
    public Net() : base("net")
    {
        
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(n.call(a.call(x))));
    }
}
