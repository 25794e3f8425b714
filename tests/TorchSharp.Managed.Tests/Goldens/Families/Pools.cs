using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Pooling and padding.</summary>
internal static class Pools
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("max_pool1d", ("torch.nn.functional.max_pool1d", c => F.max_pool1d(c.X[0], c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), c.Whole("dilation"), c.Flag("ceil"))), ("torch.nn.MaxPool1d", c => c.Run(nn.MaxPool1d(c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), c.Whole("dilation"), c.Flag("ceil")))));
        table.Add("avg_pool1d", ("torch.nn.functional.avg_pool1d", c => F.avg_pool1d(c.X[0], c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), c.Flag("ceil"), c.Flag("count"))), ("torch.nn.AvgPool1d", c => c.Run(nn.AvgPool1d(c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), c.Flag("ceil"), c.Flag("count")))));
        table.Add(
            "max_pool2d",
            ("torch.nn.functional.max_pool2d", c => F.max_pool2d(c.X[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Flag("ceil"))),
            ("torch.nn.functional.max_pool2d", c => F.max_pool2d(c.X[0], c.Pair("kernel"), c.Pair("stride"), c.Pair("padding"), c.Pair("dilation"), c.Flag("ceil"))),
            ("torch.nn.MaxPool2d", c => c.Run(nn.MaxPool2d(c.Pair("kernel"), c.Pair("stride"), c.Pair("padding"), c.Pair("dilation"), c.Flag("ceil")))));
        table.AddMany("max_pool2d_indices", ("Modules.MaxPool2d.forward_with_indices", WithIndices));
        table.Add(
            "avg_pool2d",
            ("torch.nn.functional.avg_pool2d", c => F.avg_pool2d(c.X[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Flag("ceil"), c.Flag("count"), Divisor(c))),
            ("torch.nn.functional.avg_pool2d", c => F.avg_pool2d(c.X[0], c.Pair("kernel"), c.Pair("stride"), c.Pair("padding"), c.Flag("ceil"), c.Flag("count"), Divisor(c))),
            ("torch.nn.AvgPool2d", c => c.Run(nn.AvgPool2d(c.Pair("kernel"), c.Pair("stride"), c.Pair("padding"), c.Flag("ceil"), c.Flag("count"), Divisor(c)))));
        table.Add("adaptive_avg_pool1d", ("torch.nn.functional.adaptive_avg_pool1d", c => F.adaptive_avg_pool1d(c.X[0], c.Whole("size"))), ("torch.nn.AdaptiveAvgPool1d", c => c.Run(nn.AdaptiveAvgPool1d(c.Whole("size")))));
        table.Add("adaptive_avg_pool2d", ("torch.nn.functional.adaptive_avg_pool2d", c => F.adaptive_avg_pool2d(c.X[0], c.Wholes("size"))), ("torch.nn.AdaptiveAvgPool2d", c => c.Run(nn.AdaptiveAvgPool2d(c.Pair("size")))));
        table.Add("adaptive_max_pool2d", ("torch.nn.functional.adaptive_max_pool2d", c => F.adaptive_max_pool2d(c.X[0], c.Wholes("size"))), ("torch.nn.AdaptiveMaxPool2d", c => c.Run(nn.AdaptiveMaxPool2d(c.Wholes("size")))));
        table.Add("pad", ("torch.nn.functional.pad", c => F.pad(c.X[0], c.Wholes("pad"), Convolutions.Mode(c), c.Number("value"))));
        table.Add(
            "zero_pad2d",
            ("torch.nn.ZeroPad2d", c => c.Wholes("pad") is [long left, long right, long top, long bottom] ? c.Run(nn.ZeroPad2d((left, right, top, bottom))) : c.X[0]),
            ("torch.nn.functional.pad", c => F.pad(c.X[0], c.Wholes("pad"))));
    }

    private static long? Divisor(GoldenCall c) => c.Has("divisor") ? c.Whole("divisor") : null;

    private static Tensor[] WithIndices(GoldenCall c)
    {
        var layer = c.Own(nn.MaxPool2d(c.Pair("kernel"), c.Pair("stride"), c.Pair("padding"), c.Pair("dilation"), c.Flag("ceil")));
        (Tensor values, Tensor indices) = layer.forward_with_indices(c.X[0]);
        return [values, indices];
    }
}
