using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Normalisation over batches, layers, groups and vectors.</summary>
internal static class Normalizations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddMany("batch_norm", ("torch.nn.functional.batch_norm", Function), ("torch.nn.BatchNorm1d", c => Layer(c, flat: true)), ("torch.nn.BatchNorm2d", c => Layer(c, flat: false)));
        table.Add("layer_norm", ("torch.nn.functional.layer_norm", c => F.layer_norm(c.X[0], c.Wholes("shape"), c.Optional(1), c.Optional(2), c.Number("eps"))), ("torch.nn.LayerNorm", LayerNorm));
        table.Add("group_norm", ("torch.nn.functional.group_norm", c => F.group_norm(c.X[0], c.Whole("groups"), c.Optional(1), c.Optional(2), c.Number("eps"))), ("torch.nn.GroupNorm", GroupNorm));
        table.Add("normalize", ("torch.nn.functional.normalize", c => F.normalize(c.X[0], c.Number("p"), c.Whole("dim"), c.Number("eps"))));
    }

    /// <summary>The result and the running statistics after it.</summary>
    private static Tensor[] Function(GoldenCall c)
    {
        (Tensor mean, Tensor variance) = (c.X[1].clone(), c.X[2].clone());
        return [F.batch_norm(c.X[0], mean, variance, c.Optional(3), c.Optional(4), c.Flag("training"), c.Number("momentum"), c.Number("eps")), mean, variance];
    }

    /// <summary>The layer of the other rank is the function: 2 or 3 dimensions belong to BatchNorm1d, 4 to BatchNorm2d.</summary>
    private static Tensor[] Layer(GoldenCall c, bool flat)
    {
        if (flat != c.X[0].ndim < 4)
        {
            return Function(c);
        }

        bool affine = c.X.Length == 5;
        long features = c.X[0].shape[1];
        TorchSharp.Modules.BatchNorm layer = flat
            ? nn.BatchNorm1d(features, c.Number("eps"), c.Number("momentum"), affine, dtype: c.Type)
            : nn.BatchNorm2d(features, c.Number("eps"), c.Number("momentum"), affine, dtype: c.Type);
        using (no_grad())
        {
            layer.running_mean!.copy_(c.X[1]);
            layer.running_var!.copy_(c.X[2]);
        }

        if (affine)
        {
            layer.weight = c.Parameter(3);
            layer.bias = c.Parameter(4);
        }

        layer.train(c.Flag("training"));
        Tensor result = c.Run(layer);
        return [result, layer.running_mean!, layer.running_var!];
    }

    private static Tensor LayerNorm(GoldenCall c)
    {
        var layer = nn.LayerNorm(c.Wholes("shape"), c.Number("eps"), c.X.Length == 3, dtype: c.Type);
        if (c.X.Length == 3)
        {
            layer.weight = c.Parameter(1);
            layer.bias = c.Parameter(2);
        }

        return c.Run(layer);
    }

    private static Tensor GroupNorm(GoldenCall c)
    {
        var layer = nn.GroupNorm(c.Whole("groups"), c.X[0].shape[1], c.Number("eps"), c.X.Length == 3, dtype: c.Type);
        if (c.X.Length == 3)
        {
            layer.weight = c.Parameter(1);
            layer.bias = c.Parameter(2);
        }

        return c.Run(layer);
    }
}
