// input: long 6 32
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Embedding e = Embedding(32, 8); private readonly Linear h = Linear(8, 32, hasBias: false);
    public Net() : base("net")
    {
        h.weight = e.weight!;
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return h.call(functional.gelu(e.call(x)));
    }
}
