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
    }
}
