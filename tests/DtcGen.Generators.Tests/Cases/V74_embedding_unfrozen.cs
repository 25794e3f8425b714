// input: long 6 32
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Embedding e = Embedding(32, 8, padding_idx: 0, sparse: false);
    private readonly Linear h = Linear(8, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return h.call(functional.gelu(e.call(x)));
    }
}
