using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Poolings.
internal static partial class FunctionTable
{
    private static void AddPools(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["max_pool1d"] = (recorder, call) => MaxPool(recorder, call, OperatorKind.MaxPool1d, 1);
        table["max_pool2d"] = (recorder, call) => MaxPool(recorder, call, OperatorKind.MaxPool2d, 2);
        table["max_pool3d"] = (recorder, call) => MaxPool(recorder, call, OperatorKind.MaxPool3d, 3);
        table["avg_pool3d"] = (recorder, call) => AvgPool(recorder, call, OperatorKind.AvgPool3d, 3);
        table["avg_pool1d"] = (recorder, call) => AvgPool(recorder, call, OperatorKind.AvgPool1d, 1);
        table["avg_pool2d"] = (recorder, call) => AvgPool(recorder, call, OperatorKind.AvgPool2d, 2);
        table["adaptive_avg_pool1d"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.AdaptiveAvgPool1d, [Batched(call, 1)], Spread(call.Longs("output_size"), 1));
        table["adaptive_avg_pool2d"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.AdaptiveAvgPool2d, [Batched(call, 2)], Spread(call.Longs("output_size"), 2));
    }

    /// <summary>One number for all dimensions, or one for each.</summary>
    internal static long[]? Spread(long[]? sizes, int dimensions)
        => sizes is [var one] ? [.. Enumerable.Repeat(one, dimensions)] : sizes;

    private static Tensor Batched(FunctionCall call, int space)
        => Input(call) is var input && input.ndim == space + 2 ? input : throw new UnfollowedException("without a batch");

    private static void MaxPool(Recorder recorder, FunctionCall call, OperatorKind kind, int space)
        => Emit(
            recorder, call, kind, [Batched(call, space)],
            Spread(call.Longs("kernel_size"), space),
            Spread(call.Longs("stride", "strides"), space),
            Spread(call.Longs("padding"), space),
            Spread(call.Longs("dilation"), space),
            call.Bool("ceil_mode"));

    private static void AvgPool(Recorder recorder, FunctionCall call, OperatorKind kind, int space)
        => Emit(
            recorder, call, kind, [Batched(call, space)],
            [
                Spread(call.Longs("kernel_size"), space), Spread(call.Longs("stride", "strides"), space),
                Spread(call.Longs("padding"), space), call.Bool("ceil_mode"), call.Bool("count_include_pad", true),
                .. space > 1 ? new object?[] { call.LongOrNull("divisor_override") } : []
            ]);
}
