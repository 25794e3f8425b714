// input: long 5 12
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly EmbeddingBag bag = EmbeddingBag(12, 8);
    private readonly Linear b = Linear(8, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => b.call(bag.call(x.flatten(), torch.tensor(new long[] { 0, 4 })));
}
