using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Attention and embeddings.</summary>
internal static class Attention
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("attention", ("torch.nn.functional.scaled_dot_product_attention", c => F.scaled_dot_product_attention(c.X[0], c.X[1], c.X[2], c.Optional(3), is_casual: c.Flag("causal"))));
        table.Add("embedding", ("torch.nn.Embedding", Embedding));
    }

    private static Tensor Embedding(GoldenCall c)
    {
        var layer = c.Own(nn.Embedding(c.X[1].shape[0], c.X[1].shape[1], c.Has("padding") ? c.Whole("padding") : null, dtype: c.Type));
        layer.weight = c.Parameter(1);
        return layer.call(c.X[0]);
    }
}
