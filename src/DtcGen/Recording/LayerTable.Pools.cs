using DtcGen.Generators.Reading.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Poolings.
internal static partial class LayerTable
{
    private static void AddPools(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(MaxPool1d)] = static (recorder, call) =>
        {
            var layer = (MaxPool1d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.MaxPool1d,
                false,
                Sizes(layer.kernel_size),
                Sizes(layer.stride),
                Sizes(layer.padding),
                Sizes(layer.dilation),
                layer.ceil_mode);
        };
        table[typeof(MaxPool2d)] = static (recorder, call) =>
        {
            var layer = (MaxPool2d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.MaxPool2d,
                false,
                Spread(layer.kernel_size),
                Spread(layer.stride),
                Spread(layer.padding),
                Spread(layer.dilation),
                layer.ceil_mode);
        };
        table[typeof(AvgPool1d)] = static (recorder, call) =>
        {
            var layer = (AvgPool1d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.AvgPool1d,
                false,
                Sizes(layer.kernel_size),
                Sizes(layer.stride),
                Sizes(layer.padding),
                layer.ceil_mode,
                layer.count_include_pad);
        };
        table[typeof(AvgPool2d)] = static (recorder, call) =>
        {
            var layer = (AvgPool2d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.AvgPool2d,
                false,
                Spread(layer.kernel_size),
                Spread(layer.stride),
                Spread(layer.padding),
                layer.ceil_mode,
                layer.count_include_pad,
                layer.divisor_override);
        };
        table[typeof(AdaptiveAvgPool1d)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.AdaptiveAvgPool1d, false, Sizes(((AdaptiveAvgPool1d)call.Module).output_size));
        table[typeof(AdaptiveAvgPool2d)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.AdaptiveAvgPool2d, false, Spread(((AdaptiveAvgPool2d)call.Module).output_size));
        table[typeof(MaxPool3d)] = static (recorder, call) =>
        {
            var layer = (MaxPool3d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.MaxPool3d,
                false,
                FunctionTable.Spread(layer.kernel_size, 3),
                FunctionTable.Spread(layer.stride, 3),
                FunctionTable.Spread(layer.padding, 3),
                FunctionTable.Spread(layer.dilation, 3),
                layer.ceil_mode);
        };
        table[typeof(AvgPool3d)] = static (recorder, call) =>
        {
            var layer = (AvgPool3d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.AvgPool3d,
                false,
                FunctionTable.Spread(layer.kernel_size, 3),
                FunctionTable.Spread(layer.stride, 3),
                FunctionTable.Spread(layer.padding, 3),
                layer.ceil_mode,
                layer.count_include_pad,
                layer.divisor_override);
        };
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
