using DtcGen.Recording;

namespace DtcGen.Onnx;

// Sizes, some of them open.
internal sealed partial class RecordedOperations
{
    // The sizes of a result, an open one by the name that it has in an operand.
    private OnnxDimension[] Shape(RecordedOperation operation, int output = 0)
    {
        var value = operation.Output + output;
        var sizes = recorded.Main.Values[value].Sizes;
        return [.. sizes.Select((size, d) => IsOpen(value, d) ? Named(operation, value, d) : size)];
    }

    private OnnxDimension Named(RecordedOperation operation, int value, int dimension)
    {
        foreach (var input in operation.Inputs
            .Select(static input => input.Value ?? -1)
            .Where(Values.ContainsKey))
        {
            for (var d = 0; d < recorded.Main.Values[input].Sizes.Length; d++)
            {
                if (IsOpen(input, d) && HasSize(input, d, value, dimension))
                {
                    return Values[input].Shape[d];
                }
            }
        }

        return graph.Unknown();
    }

    private bool HasSize(int one, int d, int other, int e)
        => recorded.Main.Values[one].Sizes[d] == recorded.Main.Values[other].Sizes[e]
            && recorded.First.Values[one].Sizes[d] == recorded.First.Values[other].Sizes[e];

    private OnnxValue Expand(RecordedOperation operation, OnnxValue input)
    {
        var from = operation.Inputs.Count == 0 ? null : operation.Inputs[0].Value;
        var sizes = recorded.Main.Values[operation.Output].Sizes;
        var offset = sizes.Length - input.Rank;

        // A 1 leaves a dimension as it is.
        bool IsKept(int d) => from is { } value && d >= offset && HasSize(value, d - offset, operation.Output, d);
        return graph.Operator("Expand", operation.Name, [input, Sizes(operation, IsKept)], input.ElementType, Shape(operation));
    }

    // The sizes of a result as a value of the graph: a 1 where it does not matter, numbers, and multiples of the model's open inputs.
    private OnnxValue Sizes(RecordedOperation operation, Func<int, bool> isOne)
    {
        var sizes = recorded.Main.Values[operation.Output].Sizes;
        var parts = new List<OnnxValue>();
        var numbers = new List<long>();
        for (var d = 0; d < sizes.Length; d++)
        {
            if (isOne(d) || !IsOpen(operation.Output, d))
            {
                numbers.Add(isOne(d) ? 1 : sizes[d]);
                continue;
            }

            Flush();
            parts.Add(OpenSize(operation, d));
        }

        Flush();
        return parts.Count == 1
            ? parts[0]
            : graph.Operator(
                "Concat", $"{operation.Name}/Sizes", parts, OnnxElementType.Int64, [sizes.Length], OnnxAttributes.Make("axis", 0L));

        void Flush()
        {
            if (numbers.Count > 0)
            {
                parts.Add(graph.Numbers([.. numbers]));
                numbers.Clear();
            }
        }
    }

    private OnnxValue OpenSize(RecordedOperation operation, int dimension)
    {
        var (size, first) = (recorded.Main.Values[operation.Output].Sizes[
            dimension], recorded.First.Values[operation.Output].Sizes[dimension]);
        for (var input = 0; input < recorded.Inputs.Count; input++)
        {
            for (var d = 0; d < recorded.Main.Values[input].Sizes.Length; d++)
            {
                var (open, firstOpen) = (recorded.Main.Values[input].Sizes[d], recorded.First.Values[input].Sizes[d]);
                if (!IsOpen(input, d) || open == 0 || size % open != 0 || first != firstOpen * (size / open))
                {
                    continue;
                }

                var shape = graph.Operator(
                    "Shape", $"{operation.Name}/Shape", [Values[input]], OnnxElementType.Int64, [Values[input].Rank]);
                var one = graph.Operator(
                    "Gather",
                    $"{operation.Name}/Gather",
                    [shape, graph.Numbers(d)],
                    OnnxElementType.Int64,
                    [1],
                    OnnxAttributes.Make("axis", 0L));
                return size == open
                    ? one
                    : graph.Operator("Mul", $"{operation.Name}/Mul", [one, graph.Numbers(size / open)], OnnxElementType.Int64, [1]);
            }
        }

        throw new OnnxExportException(
            $"{operation.Name}: dimension {dimension} is no multiple of a dimension of the inputs that is open. Describe the input with fixed sizes.");
    }
}
