using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Counts a model's parameters and multiplications from the shapes in it.</summary>
internal sealed class StatisticsReader
{
    private readonly GraphProto _graph;
    private readonly Dictionary<string, IReadOnlyList<OnnxDimension>> _shapes = new(StringComparer.Ordinal);

    private StatisticsReader(GraphProto graph)
    {
        _graph = graph;
        foreach (ValueInfoProto info in graph.Input.Concat(graph.ValueInfo).Concat(graph.Output))
        {
            if (ValueInfos.Shape(info) is { } shape)
            {
                _shapes[info.Name] = shape;
            }
        }

        foreach (TensorProto tensor in graph.Initializer)
        {
            _shapes[tensor.Name] = [.. tensor.Dims.Select(static d => (OnnxDimension)d)];
        }
    }

    public static OnnxStatistics Read(ModelProto model)
    {
        GraphProto graph = model.Graph;
        return new OnnxStatistics(
            graph.Initializer.Where(static t => t.Dims.Count > 0 && ((OnnxElementType)t.DataType).IsFloating()).Sum(static t => t.Dims.Aggregate(1L, static (a, b) => a * b)),
            new StatisticsReader(graph).MultiplyAdds(),
            ModelFile.Size(model),
            graph.Node.Count);
    }

    private long? MultiplyAdds()
    {
        long sum = 0;
        foreach (NodeProto node in _graph.Node)
        {
            long? count = node.OpType switch
            {
                "Gemm" => Times(Count(node.Output[0]), Dimension(node.Input[0], IsSet(node, "transA") ? 0 : 1)),
                "MatMul" => Times(Count(node.Output[0]), Dimension(node.Input[0], -1)),
                "Conv" => Times(Count(node.Output[0]), Count(node.Input[1], skip: 1)),
                _ => 0,
            };
            if (count is null)
            {
                return null;
            }

            sum += count.Value;
        }

        return sum;
    }

    /// <summary>The entries of a value; its leading dimension counts as one when it is symbolic.</summary>
    private long? Count(string value, int skip = 0)
    {
        if (!_shapes.TryGetValue(value, out IReadOnlyList<OnnxDimension>? shape))
        {
            return null;
        }

        long? count = 1;
        for (int i = skip; i < shape.Count; i++)
        {
            count *= i == 0 && !shape[i].IsStatic ? 1 : shape[i].Value;
        }

        return count;
    }

    private long? Dimension(string value, int axis) =>
        _shapes.TryGetValue(value, out IReadOnlyList<OnnxDimension>? shape) && shape.Count > 0 ? shape[axis < 0 ? shape.Count + axis : axis].Value : null;

    private static bool IsSet(NodeProto node, string attribute) => node.Attribute.Any(a => a.Name == attribute && a.I != 0);

    private static long? Times(long? a, long? b) => a * b;
}
