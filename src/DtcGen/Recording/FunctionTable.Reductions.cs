using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions over dimensions.
internal static partial class FunctionTable
{
    private static void AddReductions(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["amin"] = (recorder, call) => ReduceBy(recorder, call, "Amin");
        table["var_mean"] = static (recorder, call) => Spread(recorder, call, "Var");
        table["std_mean"] = static (recorder, call) => Spread(recorder, call, "Std");
        table["prod"] = static (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "Prod",
            Single(call).dtype == Input(call).dtype ? [Input(call)] : throw new UnfollowedException("with another type"),
            call.LongOrNull("dim") is { } dim ? [dim] : All(Input(call)),
            call.Bool("keepdim"));
        table["var"] = (recorder, call) => ReduceBy(recorder, call, "Var");
        table["std"] = (recorder, call) => ReduceBy(recorder, call, "Std");
        table["max"] = (recorder, call) => Extreme(recorder, call, OperatorKind.Maximum, "Max");
        table["min"] = (recorder, call) => Extreme(recorder, call, OperatorKind.Minimum, "Min");
        table["argmax"] = static (recorder, call) => Best(recorder, call, "ArgMax");
        table["argmin"] = static (recorder, call) => Best(recorder, call, "ArgMin");
    }

    private static long[] Dimensions(FunctionCall call)
        => call.Longs(TorchFunctions.Reduced.Names) is { Length: > 0 } given
            ? given
            : [.. Enumerable.Range(0, (int)Input(call).ndim).Select(static d => (long)d)];

    private static bool Keeps(FunctionCall call) => TorchFunctions.Kept.Names.Any(name => call.Bool(name));

    private static void Reduce(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var (input, dimensions) = (Input(call), Dimensions(call));
        if (Single(call).dtype != input.dtype)
        {
            // What is true is counted, and a type that is asked for is taken before.
            var cast = input.to(Single(call).dtype);
            recorder.Add(OperatorKind.Cast, string.Empty, recorder.Join("cast"), [input], [(long)cast.dtype], [cast]);
            input = cast;
        }

        Emit(recorder, call, function.Kind, [input], [Keeps(call), .. Numbers.Boxed(dimensions)]);
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
        else if (function == "Max")
        {
            Emit(recorder, call, OperatorKind.Amax, [Input(call)], [false, .. Numbers.Boxed(All(Input(call)))]);
        }
        else
        {
            Emit(recorder, call, OperatorKind.Functional, "Amin", [Input(call)], All(Input(call)), false);
        }
    }

    // The place of the largest or smallest: of all, where no dimension is given.
    private static void Best(Recorder recorder, FunctionCall call, string function)
    {
        if (call.LongOrNull("dim") is { } dimension)
        {
            Emit(recorder, call, OperatorKind.Along, function, [Input(call)], dimension, call.Bool("keepdim"));
            return;
        }

        var flat = Input(call).flatten();
        recorder.Add(OperatorKind.Flatten, string.Empty, recorder.Join("flatten"), [Input(call)], [0L, -1L], [flat]);
        Emit(recorder, call, OperatorKind.Along, function, [flat], 0L, false);
    }

    // A spread and a mean at once.
    private static void Spread(Recorder recorder, FunctionCall call, string function)
    {
        var (input, dimensions, keep, unbiased) = (Input(call), Dimensions(call), Keeps(call), call.Bool("unbiased", true));
        if (Recorder.Tensors(call.Result).ToArray() is not [var spread, var mean])
        {
            throw new UnfollowedException("it returns no two tensors");
        }

        recorder.Add(
            OperatorKind.Functional, function, recorder.Join(call.Function), [input], [dimensions, keep, unbiased], [spread]);
        recorder.Add(OperatorKind.Mean, string.Empty, recorder.Join("mean"), [input], [keep, .. Numbers.Boxed(dimensions)], [mean]);
    }
}
