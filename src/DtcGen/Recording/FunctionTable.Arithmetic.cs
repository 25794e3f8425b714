using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions of two tensors, or of a tensor and a number, element by element.
internal static partial class FunctionTable
{
    private static void AddArithmetic(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["op_OnesComplement"] = table["bitwise_not"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Unary,
            Single(call).dtype == ScalarType.Bool ? "Not" : throw new UnfollowedException("of whole numbers"),
            [Input(call)]);
        table["where"] = (recorder, call) => Emit(recorder, call, OperatorKind.Where, call.Owner == "Tensor"
            ? [Operand(recorder, call, 1), Input(call), Operand(recorder, call, 2)]
            : [Input(call), Operand(recorder, call, 1), Operand(recorder, call, 2)]);
        table["masked_fill"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Where,
            "masked_fill",
            [call.Tensor("mask") ?? throw new UnfollowedException("without a mask"), Input(call), call.Double("value")]);
    }

    private static void Arithmetic(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (call.Arguments.Count > 2 || call.Has("alpha") || call.Has("rounding_mode"))
        {
            if (call.DoubleOrNull("alpha") is { } alpha and not 1)
            {
                Composed((steps, sum) => function.Kind == OperatorKind.Add
                    ? steps.Add(Input(sum), steps.Mul(Second(sum), alpha))
                    : throw new UnfollowedException("with a factor"))(recorder, call);
                return;
            }

            if (call.Has("rounding_mode") && call.Raw("rounding_mode")?.ToString() is { } way and not ("null" or "0" or "None"))
            {
                Composed((steps, quotient) => way == "floor"
                    ? Definitions.FloorDivide(steps, Real(quotient), Divisor(quotient))
                    : Definitions.Truncate(steps, steps.Div(Real(quotient), Second(quotient))))(recorder, call);
                return;
            }
        }

        if (Operand(recorder, call, 0) is not Tensor
            && call.Function is not ("op_Addition" or "op_Subtraction" or "op_Multiply" or "op_Division"))
        {
            throw new UnfollowedException("of a number");
        }

        Emit(recorder, call, function.Kind, [Operand(recorder, call, 0), Operand(recorder, call, 1)]);
    }

    private static void Compare(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (Single(call).dtype != ScalarType.Bool)
        {
            throw new UnfollowedException("of whole numbers, bit by bit");
        }

        Emit(recorder, call, function.Kind, function.Onnx, [Operand(recorder, call, 0), Operand(recorder, call, 1)]);
    }

    private static void Pow(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        if (Operand(recorder, call, 0) is Tensor input && Operand(recorder, call, 1) is not Tensor)
        {
            Emit(recorder, call, function.Kind, [input], Numbers.Double(call.Arguments[1]));
            return;
        }

        Emit(recorder, call, OperatorKind.Binary, "Pow", [Operand(recorder, call, 0), Operand(recorder, call, 1)]);
    }

    // A tensor of no dimensions that nothing followed made is a number that was converted. Not by '?:', in which a number would be
    // converted to a tensor.
    private static object Operand(Recorder recorder, FunctionCall call, int place)
    {
        if (place >= call.Arguments.Count)
        {
            throw new UnfollowedException("with fewer operands than it has");
        }

        if (call.Arguments[place] is Tensor tensor)
        {
            return tensor.ndim == 0 && !recorder.IsFollowed(tensor) ? (object)Entry(tensor) : tensor;
        }

        return Numbers.Double(call.Arguments[place]) ?? throw new UnfollowedException("of something that is neither a tensor nor a number");
    }

    private static double Entry(Tensor constant)
    {
        using var real = constant.to(ScalarType.Float64);
        return real.item<double>();
    }
}
