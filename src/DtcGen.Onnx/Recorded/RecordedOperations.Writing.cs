using DtcGen.Recording;

namespace DtcGen.Onnx;

// Tensors that are written into.
internal sealed partial class RecordedOperations
{
    // Of the tensor that is written over, the sizes alone matter.
    private OnnxValue Overwrite(RecordedOperation operation)
    {
        var type = Type(operation);
        var value = operation.Inputs[1].Value is { } source
            ? Values[source]
            : graph.Number(operation.Name, operation.Inputs[1].Number, type);
        return graph.Operator("Expand", operation.Name, [value, Sizes(operation, static _ => false)], type, Shape(operation));
    }

    private OnnxValue Scatter(RecordedOperation operation, OnnxValue x)
    {
        var reduction = (string)operation.Arguments[1]!;
        if (reduction != "none" && graph.Opset < 16)
        {
            throw new OnnxExportException($"{operation.Name}: adding by index needs operator set 16.");
        }

        var index = X(operation, 1);
        var updates = operation.Inputs[2].Value is { } source
            ? Values[source]
            : graph.Operator(
                "Expand",
                $"{operation.Name}/Expand",
                [
                    graph.Number(operation.Name, operation.Inputs[2].Number, x.ElementType),
                    graph.Operator("Shape", $"{operation.Name}/Shape", [index], OnnxElementType.Int64, [index.Rank])
                ],
                x.ElementType,
                index.Shape);
        return graph.Operator(
            "ScatterElements",
            operation.Name,
            [x, index, updates],
            x.ElementType,
            x.Shape,
            [
                OnnxAttributes.Make("axis", Axis(operation)),
                ..reduction == "none" ? [] : new[] { OnnxAttributes.Make("reduction", reduction) },
            ]);
    }
}
