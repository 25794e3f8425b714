using DtcGen.Generators.Reading.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Poolings.
internal static partial class LayerTable
{
    private static void AddPools(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        Known<MaxPool1d>(
            table, static layer => [layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.ceil_mode]);
        Known<MaxPool2d>(
            table, static layer => [layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.ceil_mode]);
        Known<MaxPool3d>(
            table, static layer => [layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.ceil_mode]);
        Known<AvgPool1d>(
            table, static layer => [layer.kernel_size, layer.stride, layer.padding, layer.ceil_mode, layer.count_include_pad]);
        Known<AvgPool2d>(
            table,
            static layer =>
            [
                layer.kernel_size, layer.stride, layer.padding, layer.ceil_mode, layer.count_include_pad, layer.divisor_override
            ]);
        Known<AvgPool3d>(
            table,
            static layer =>
            [
                layer.kernel_size, layer.stride, layer.padding, layer.ceil_mode, layer.count_include_pad, layer.divisor_override
            ]);
        Known<AdaptiveAvgPool1d>(table, static layer => [layer.output_size]);
        Known<AdaptiveAvgPool2d>(table, static layer => [layer.output_size]);
        table[typeof(LPPool1d)] = Composed<LPPool1d>(static (steps, call, layer) => Definitions.LpPool(
            steps,
            Batched(call, 1),
            layer.norm_type,
            x => nn.functional.avg_pool1d(x, layer.kernel_size, layer.stride, 0, layer.ceil_mode),
            OperatorKind.AvgPool1d,
            [layer.kernel_size],
            [Sizes(layer.kernel_size), Sizes(layer.stride), null, layer.ceil_mode, true]));
        table[typeof(LPPool2d)] = Composed<LPPool2d>(static (steps, call, layer) => Definitions.LpPool(
            steps,
            Batched(call, 2),
            layer.norm_type,
            x => nn.functional.avg_pool2d(x, layer.kernel_size, layer.stride, null, layer.ceil_mode),
            OperatorKind.AvgPool2d,
            Spread(layer.kernel_size)!,
            [Spread(layer.kernel_size), Spread(layer.stride), null, layer.ceil_mode, true, null]));
    }
}
