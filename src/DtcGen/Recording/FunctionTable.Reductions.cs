using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions over dimensions.
internal static partial class FunctionTable
{
    private static void AddReductions(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["mean"] = (recorder, call) => Reduce(recorder, call, OperatorKind.Mean, string.Empty);
        table["sum"] = (recorder, call) => Reduce(recorder, call, OperatorKind.Sum, string.Empty);
        table["amax"] = (recorder, call) => Reduce(recorder, call, OperatorKind.Amax, string.Empty);
        table["amin"] = (recorder, call) => ReduceBy(recorder, call, "Amin");
        table["var"] = (recorder, call) => ReduceBy(recorder, call, "Var");
        table["std"] = (recorder, call) => ReduceBy(recorder, call, "Std");
        table["max"] = (recorder, call) => Extreme(recorder, call, OperatorKind.Maximum, "Max");
        table["min"] = (recorder, call) => Extreme(recorder, call, OperatorKind.Minimum, "Min");
        table["argmax"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Along,
            "ArgMax",
            [Input(call)],
            call.LongOrNull("dim") ?? throw new UnfollowedException("over all dimensions"),
            call.Bool("keepdim"));
        table["argmin"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Along,
            "ArgMin",
            [Input(call)],
            call.LongOrNull("dim") ?? throw new UnfollowedException("over all dimensions"),
            call.Bool("keepdim"));
        table["cumsum"] = (recorder, call) => Emit(recorder, call, OperatorKind.Along, "CumSum", [Input(call)], call.Long("dim"));
        table["normalize"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Along,
            "Normalize",
            [Input(call)],
            call.LongOrNull("dim") ?? 1,
            call.DoubleOrNull("p") ?? 2,
            call.DoubleOrNull("eps") ?? 1e-12);
        table["norm"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Along,
            "Norm",
            [Input(call)],
            call.LongOrNull("dim") ?? throw new UnfollowedException("over all dimensions"),
            call.DoubleOrNull("p") ?? 2,
            call.Bool("keepdim"));
    }

    private static long[] Dimensions(FunctionCall call)
        => call.Longs("dimensions", "dim", "dims", "dim0", "dim1", "dim2") is { Length: > 0 } given
            ? given
            : [.. Enumerable.Range(0, (int)Input(call).ndim).Select(static d => (long)d)];

    private static bool Keeps(FunctionCall call) => call.Bool("keepdim", call.Bool("keepDimension"));

    private static void Reduce(Recorder recorder, FunctionCall call, OperatorKind kind, string function)
    {
        if (Single(call).dtype != Input(call).dtype)
        {
            throw new UnfollowedException("with another type");
        }

        Emit(recorder, call, kind, function, [Input(call)], [Keeps(call), .. Boxed(Dimensions(call))]);
    }

    // The arguments are those of the others, and behind them whether the spread is that of a sample.
    private static void ReduceBy(Recorder recorder, FunctionCall call, string function)
    {
        var dimensions = Dimensions(call);
        if (dimensions.Length != 1)
        {
            Emit(recorder, call, OperatorKind.Functional, function, [Input(call)], dimensions, Keeps(call), call.Bool("unbiased", true));
            return;
        }

        Emit(recorder, call, OperatorKind.Along, function, [Input(call)], dimensions[0], Keeps(call), call.Bool("unbiased", true));
    }

    private static void Extreme(Recorder recorder, FunctionCall call, OperatorKind ofTwo, string function)
    {
        if (call.Tensor("other", "target") is { } other)
        {
            Emit(recorder, call, ofTwo, [Input(call), other]);
        }
        else if (call.LongOrNull("dim") is { } dimension)
        {
            Emit(recorder, call, OperatorKind.Along, function, [Input(call)], dimension, call.Bool("keepdim"));
        }
        else
        {
            throw new UnfollowedException("over all dimensions");
        }
    }
}
