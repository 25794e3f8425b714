using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions of each element by itself.
internal static partial class FunctionTable
{
    private static void AddElementWise(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        foreach (var (function, kind) in new[]
        {
            ("relu", OperatorKind.Relu), ("relu6", OperatorKind.Relu6), ("silu", OperatorKind.Silu), ("SiLU", OperatorKind.Silu),
            ("sigmoid", OperatorKind.Sigmoid),
            ("tanh", OperatorKind.Tanh), ("hardsigmoid", OperatorKind.Hardsigmoid), ("hardswish", OperatorKind.Hardswish),
            ("mish", OperatorKind.Mish), ("Mish", OperatorKind.Mish),
            ("abs", OperatorKind.Abs), ("absolute", OperatorKind.Abs), ("neg", OperatorKind.Neg), ("negative", OperatorKind.Neg),
            ("op_UnaryNegation", OperatorKind.Neg), ("exp", OperatorKind.Exp), ("log", OperatorKind.Log),
            ("sqrt", OperatorKind.Sqrt), ("rsqrt", OperatorKind.Rsqrt), ("square", OperatorKind.Square),
            ("reciprocal", OperatorKind.Reciprocal), ("expit", OperatorKind.Sigmoid),
        })
        {
            table[function] = (recorder, call) => Emit(recorder, call, kind, [Input(call)]);
        }

        // By the names that ONNX gives them.
        foreach (var (function, onnx) in new[]
        {
            ("sin", "Sin"), ("cos", "Cos"), ("tan", "Tan"), ("asin", "Asin"), ("acos", "Acos"), ("atan", "Atan"), ("sinh", "Sinh"),
            ("cosh", "Cosh"), ("asinh", "Asinh"),
            ("acosh", "Acosh"), ("atanh", "Atanh"), ("arcsin", "Asin"), ("arccos", "Acos"), ("arctan", "Atan"), ("erf", "Erf"),
            ("floor", "Floor"), ("ceil", "Ceil"),
            ("sign", "Sign"), ("logical_not", "Not"), ("softsign", "Softsign"), ("isnan", "IsNaN"), ("isinf", "IsInf"),
        })
        {
            table[function] = (recorder, call) => Emit(recorder, call, OperatorKind.Unary, onnx, [Input(call)]);
        }

        table["leaky_relu"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.LeakyRelu, [Input(call)], call.DoubleOrNull("negative_slope") ?? 0.01);
        table["elu"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Elu,
            [Input(call)],
            call.Has("scale") ? throw new UnfollowedException("with a scale") : call.DoubleOrNull("alpha") ?? 1.0);
        table["gelu"] = (recorder, call) => Emit(
            recorder, call, Gelu(call), Gelu(call) == OperatorKind.Gelu ? string.Empty : "GeluTanh", [Input(call)]);
        table["softplus"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Softplus, [Input(call)], call.DoubleOrNull("beta") ?? 1.0, call.DoubleOrNull("threshold") ?? 20.0);
        table["hardtanh"] = table["Hardtanh"] = Hardtanh;
        table["glu"] = Gated;
        table["selu"] = (recorder, call) => Emit(recorder, call, OperatorKind.Unary, "Selu", [Input(call)]);
        table["celu"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Unary, "Celu", [Input(call)], call.DoubleOrNull("alpha") ?? 1.0);
        table["logsigmoid"] = table[
            "log_sigmoid"] = (recorder, call) => Emit(recorder, call, OperatorKind.Unary, "LogSigmoid", [Input(call)]);
        table["softmax"] = (recorder, call) => Softmax(recorder, call, OperatorKind.Softmax);
        table["log_softmax"] = (recorder, call) => Softmax(recorder, call, OperatorKind.LogSoftmax);
        table["softmax2d"] = (recorder, call) => Emit(recorder, call, OperatorKind.Softmax, [Input(call)], -3L);
        table["clamp"] = table["clip"] = Clamp;
        table["clamp_min"] = (recorder, call) => Emit(recorder, call, OperatorKind.Clamp, [Input(call)], call.Double("min"), null);
        table["clamp_max"] = (recorder, call) => Emit(recorder, call, OperatorKind.Clamp, [Input(call)], null, call.Double("max"));
        table["dropout"] = table[
            "dropout1d"] = table["dropout2d"] = table["dropout3d"] = table["alpha_dropout"] = table["feature_alpha_dropout"] = Dropout;
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
    private static void Hardtanh(Recorder recorder, FunctionCall call)
    {
        if (ReferenceEquals(call.Input, call.Result) && !call.AsksInPlace)
        {
            return;
        }

        Emit(
            recorder,
            call,
            OperatorKind.Hardtanh,
            [Input(call)],
            call.DoubleOrNull("min_val", "min") ?? -1.0,
            call.DoubleOrNull("max_val", "max") ?? 1.0);
    }

    private static OperatorKind Gelu(FunctionCall call)
        => call.Raw("approximate")?.ToString() is { } way && way.EndsWith("tanh", StringComparison.OrdinalIgnoreCase)
            ? OperatorKind.Unary
            : OperatorKind.Gelu;

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

    private static void Softmax(Recorder recorder, FunctionCall call, OperatorKind kind)
    {
        if (Single(call).dtype == Input(call).dtype)
        {
            Emit(recorder, call, kind, [Input(call)], call.Long("dim"));
            return;
        }

        Composed((steps, softmax) => steps.Cast(Input(softmax), Single(softmax).dtype) is var x && kind == OperatorKind.Softmax
            ? steps.Softmax(x, softmax.Long("dim"))
            : steps.Step(kind, string.Empty, [x], x.log_softmax(softmax.Long("dim")), softmax.Long("dim")))(recorder, call);
    }

    private static void Clamp(Recorder recorder, FunctionCall call)
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

        Emit(recorder, call, OperatorKind.Clamp, [Input(call)], call.DoubleOrNull("min"), call.DoubleOrNull("max"));
    }

    private static void Dropout(Recorder recorder, FunctionCall call)
    {
        if (call.Bool("training", otherwise: true) && call.DoubleOrNull("p", "probability") is not 0)
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
