using DtcGen.Recording;

namespace DtcGen.Onnx;

// Element by element.
internal sealed partial class RecordedOperations
{
    private OnnxValue Unary(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        switch (operation.Function)
        {
            case "GeluTanh":
                if (graph.Opset >= 20)
                {
                    return graph.Operator("Gelu", name, [x], x.ElementType, x.Shape, OnnxAttributes.Make("approximate", "tanh"));
                }

                var cubed = graph.Mul($"{name}/Cube", graph.Mul($"{name}/Square", x, x), x);
                var inner = graph.Mul(
                    $"{name}/Scale", graph.Add($"{name}/Add", x, graph.Mul($"{name}/Mul", cubed, 0.044715)), Math.Sqrt(2 / Math.PI));
                return graph.Mul(name, graph.Mul($"{name}/Half", x, 0.5), graph.Add($"{name}/One", graph.Tanh($"{name}/Tanh", inner), 1.0));
            case "LogSigmoid":
                var smooth = graph.Operator("Softplus", $"{name}/Softplus", [graph.Neg($"{name}/Neg", x)], x.ElementType, x.Shape);
                return graph.Neg(name, smooth);
            case "Celu":
                return graph.Operator(
                    "Celu", name, [x], x.ElementType, x.Shape, OnnxAttributes.Make("alpha", (double)operation.Arguments[0]!));
            case "Not":
                return graph.Operator("Not", name, [graph.CastTo($"{name}/Cast", x, OnnxElementType.Bool)], Type(operation), x.Shape);
            default:
                return graph.Operator(operation.Function, name, [x], Type(operation), x.Shape);
        }
    }

    private OnnxValue Binary(RecordedOperation operation)
    {
        var types = operation.Inputs
            .Where(static input => input.Value is not null)
            .Select(input => Values[input.Value!.Value].ElementType)
            .ToArray();
        var type = types.Aggregate(OnnxElementTypes.Promote);
        if (!type.IsFloating() && operation.Inputs.Any(static input => input.Value is null && !double.IsInteger(input.Number)))
        {
            type = graph.TypeOf(OnnxElementType.Float);
        }

        if (operation.Function is "And" or "Or" or "Xor")
        {
            type = OnnxElementType.Bool;
        }

        OnnxValue?[] operands = [Operand(operation, 0, type), Operand(operation, 1, type)];
        if (operation.Function == "NotEqual")
        {
            var equal = graph.Operator("Equal", $"{operation.Name}/Equal", operands, OnnxElementType.Bool, Shape(operation));
            return graph.Operator("Not", operation.Name, [equal], OnnxElementType.Bool, equal.Shape);
        }

        return operation.Function == "Fmod"
            ? graph.Operator("Mod", operation.Name, operands, Type(operation), Shape(operation), OnnxAttributes.Make("fmod", 1L))
            : graph.Operator(operation.Function, operation.Name, operands, Type(operation), Shape(operation));
    }

    private OnnxValue Where(RecordedOperation operation)
    {
        var type = Type(operation);
        var condition = graph.CastTo($"{operation.Name}/Cast", X(operation), OnnxElementType.Bool);
        return operation.Function == "masked_fill"
            ? graph.Operator(
                "Where", operation.Name, [condition, Operand(operation, 2, type), Operand(operation, 1, type)], type, Shape(operation))
            : graph.Operator(
                "Where", operation.Name, [condition, Operand(operation, 1, type), Operand(operation, 2, type)], type, Shape(operation));
    }
}
