// input: long 5 12
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly EmbeddingBag sum = EmbeddingBag(12, 8, mode: EmbeddingBagMode.Sum);
    private readonly EmbeddingBag mean = EmbeddingBag(12, 8, mode: EmbeddingBagMode.Mean);
    private readonly EmbeddingBag max = EmbeddingBag(12, 8, mode: EmbeddingBagMode.Max);
    private readonly Linear b = Linear(8, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var shares = functional.one_hot(x, 12).to(ScalarType.Float32).sum(-1) * 0.5;
        return b.call(sum.call(x) + mean.call(x) * max.call(x) + sum.call(x, null, shares));
    }
}
