// input: float 8
// expect: declined a.call(x).chunk(2, 1) | p | q
namespace Tested;

public static class Extensions
{
    public static void Deconstruct(this Tensor[] parts, out Tensor first, out Tensor second) => (first, second) = (parts[1], parts[0]);
}

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
        var (p, q) = a.call(x).chunk(2, 1);
        return b.call(torch.cat(new[] { p, q.relu() }, 1));
    }
}
