using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions of each element by itself.
internal static partial class FunctionTable
{
    private static void AddElementWise(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["glu"] = Gated;
        foreach (var made in new[]
        {
            "zeros_like", "ones_like", "full_like", "empty_like", "new_zeros", "new_ones", "new_full", "new_tensor", "new_empty"
        })
        {
            // Made of a tensor's sizes alone: a constant, if it turns out the same the next time.
            table[made] = static (_, _) => { };
        }

        foreach (var function in new[]
        {
            "to", "to_type", "type", "type_as", "float", "half", "double", "long", "int", "bool", "short", "byte", "bfloat16"
        })
        {
            table[function] = Cast;
        }
    }

    // TorchSharp's returns its input object unclamped where it does not work in place.
    private static void Hardtanh(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (ReferenceEquals(call.Input, call.Result) && !call.AsksInPlace)
        {
            return;
        }

        Emit(
            recorder,
            call,
            function.Kind,
            [Input(call)],
            call.DoubleOrNull("min_val", "min") ?? -1.0,
            call.DoubleOrNull("max_val", "max") ?? 1.0);
    }

    private static void Gelu(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var isByTanh = call.Raw("approximate")?.ToString() is { } way && way.EndsWith("tanh", StringComparison.OrdinalIgnoreCase);
        Emit(recorder, call, isByTanh ? OperatorKind.Unary : function.Kind, isByTanh ? "GeluTanh" : string.Empty, [Input(call)]);
    }

    // One half gated by the other, as three steps; what lies between them is made again to know its sizes.
    private static void Gated(Recorder recorder, FunctionCall call)
    {
        var (input, dimension) = (Input(call), call.LongOrNull("dim") ?? -1);
        var halves = input.chunk(2, dimension);
        recorder.Add(OperatorKind.Chunk, string.Empty, recorder.Join("chunk"), [input], [2L, dimension], halves);
        var gate = halves[1].sigmoid();
        recorder.Add(OperatorKind.Sigmoid, string.Empty, recorder.Join("sigmoid"), [halves[1]], [], [gate]);
        recorder.Add(OperatorKind.Mul, string.Empty, recorder.Join("mul"), [halves[0], gate], [], [Single(call)]);
    }

    // In another type, it is taken of what was cast.
    private static void Softmax(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var dimension = (long)Given(call, function.Settings[0]).Single()!;
        if (Single(call).dtype == Input(call).dtype)
        {
            Emit(recorder, call, function.Kind, [Input(call)], dimension);
            return;
        }

        Composed((steps, softmax) => steps.Cast(Input(softmax), Single(softmax).dtype) is var x && function.Kind == OperatorKind.Softmax
            ? steps.Softmax(x, dimension)
            : steps.Step(function.Kind, string.Empty, [x], x.log_softmax(dimension), dimension))(recorder, call);
    }

    private static void Clamp(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (call.Tensor("min", "max") is not null)
        {
            Composed(static (steps, clamp) =>
            {
                var x = Input(clamp);
                x = clamp.Tensor("min") is { } least ? steps.Step(OperatorKind.Maximum, string.Empty, [x, least], x.maximum(least)) : x;
                return clamp.Tensor("max") is { } most ? steps.Step(OperatorKind.Minimum, string.Empty, [x, most], x.minimum(most)) : x;
            })(recorder, call);
            return;
        }

        Plain(recorder, call, function);
    }

    private static void Dropout(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (Settings(call, function) is not ([0.0, _] or [_, false]))
        {
            throw new UnfollowedException("it drops in evaluation mode too: pass the module's 'training'");
        }

        recorder.Same(Input(call), call.Result);
    }

    private static void Cast(Recorder recorder, FunctionCall call)
    {
        var (input, result) = (Input(call), Single(call));
        if (input.dtype == result.dtype)
        {
            recorder.Same(input, result);
            return;
        }

        Emit(recorder, call, OperatorKind.Cast, [input], (long)result.dtype);
    }
}
