using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Convolutions as functions and layers, with every kind of padding.</summary>
internal static class Convolutions
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("conv1d", ("torch.nn.functional.conv1d", c => F.conv1d(c.X[0], c.X[1], c.Optional(2), c.Whole("stride"), c.Whole("padding"), c.Whole("dilation"), c.Whole("groups"))), ("torch.nn.Conv1d", c => Run(c, One(c, PaddingModes.Zeros))));
        table.Add("conv2d", ("torch.nn.functional.conv2d", c => F.conv2d(c.X[0], c.X[1], c.Optional(2), c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Whole("groups"))), ("torch.nn.Conv2d", c => Run(c, Two(c, PaddingModes.Zeros))));
        table.Add("conv1d_layer", ("torch.nn.Conv1d", c => Run(c, One(c, Mode(c)))));
        table.Add("conv2d_layer", ("torch.nn.Conv2d", c => Run(c, Two(c, Mode(c)))));
    }

    internal static PaddingModes Mode(GoldenCall c) => c.Text("mode") switch
    {
        "constant" => PaddingModes.Constant,
        "reflect" => PaddingModes.Reflect,
        "replicate" => PaddingModes.Replicate,
        "circular" => PaddingModes.Circular,
        _ => PaddingModes.Zeros,
    };

    private static Conv1d One(GoldenCall c, PaddingModes mode)
    {
        (long inputs, long outputs, long kernel) = (c.X[1].shape[1] * c.Whole("groups"), c.X[1].shape[0], c.X[1].shape[2]);
        bool bias = c.X.Length == 3;
        return c.IsText("padding")
            ? nn.Conv1d(inputs, outputs, kernel, Named(c), c.Whole("stride"), c.Whole("dilation"), mode, c.Whole("groups"), bias, dtype: c.Type)
            : nn.Conv1d(inputs, outputs, kernel, c.Whole("stride"), c.Whole("padding"), c.Whole("dilation"), mode, c.Whole("groups"), bias, dtype: c.Type);
    }

    private static Conv2d Two(GoldenCall c, PaddingModes mode)
    {
        (long inputs, long outputs) = (c.X[1].shape[1] * c.Whole("groups"), c.X[1].shape[0]);
        (long, long) kernel = (c.X[1].shape[2], c.X[1].shape[3]);
        bool bias = c.X.Length == 3;
        return c.IsText("padding")
            ? nn.Conv2d(inputs, outputs, kernel, Named(c), c.Pair("stride"), c.Pair("dilation"), mode, c.Whole("groups"), bias, dtype: c.Type)
            : nn.Conv2d(inputs, outputs, kernel, c.Pair("stride"), c.Pair("padding"), c.Pair("dilation"), mode, c.Whole("groups"), bias, dtype: c.Type);
    }

    private static Padding Named(GoldenCall c) => c.Text("padding") == "same" ? Padding.Same : Padding.Valid;

    private static Tensor Run(GoldenCall c, Convolution layer)
    {
        layer.weight = c.Parameter(1);
        if (c.X.Length == 3)
        {
            layer.bias = c.Parameter(2);
        }

        return c.Run(layer);
    }
}
