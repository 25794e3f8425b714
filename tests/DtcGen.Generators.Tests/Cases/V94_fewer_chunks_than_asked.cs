// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var parts = a.call(x).chunk(5, 1);
        return b.call(torch.cat(new[] { parts[1], parts[0], parts[3].relu(), parts[2] }, 1));
    }
}
