using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// Folds a BatchNormalization into the Conv before it: the convolution's filters are scaled by γ/√(σ²+ε), its bias becomes
/// (b − μ)·γ/√(σ²+ε) + β. Only where the convolution's output goes nowhere else and its weights serve no other node.
/// </summary>
internal static class BatchNormFolding
{
    public static void Apply(GraphProto graph)
    {
        foreach (NodeProto norm in graph.Node.Where(static n => n.OpType == "BatchNormalization").ToList())
        {
            NodeProto? conv = graph.Node.FirstOrDefault(n => n.OpType == "Conv" && n.Output[0] == norm.Input[0]);
            if (conv is not null && Fits(graph, conv, norm))
            {
                Fold(graph, conv, norm);
            }
        }
    }

    private static bool Fits(GraphProto graph, NodeProto conv, NodeProto norm) =>
        Uses(graph, conv.Output[0]) == 1
        && graph.Output.All(o => o.Name != conv.Output[0])
        && conv.Input.Skip(1).All(i => Uses(graph, i) == 1)
        && conv.Input.Skip(1).Concat(norm.Input.Skip(1)).All(i => Find(graph, i) is { DataType: (int)OnnxElementType.Float });

    private static void Fold(GraphProto graph, NodeProto conv, NodeProto norm)
    {
        TensorProto weight = Find(graph, conv.Input[1])!;
        float[] gamma = Values(graph, norm.Input[1]);
        float[] beta = Values(graph, norm.Input[2]);
        float[] mean = Values(graph, norm.Input[3]);
        float[] variance = Values(graph, norm.Input[4]);
        float[] filters = Values(graph, weight.Name);
        float[] bias = conv.Input.Count > 2 ? Values(graph, conv.Input[2]) : new float[gamma.Length];
        double epsilon = norm.Attribute.FirstOrDefault(static a => a.Name == "epsilon")?.F ?? 1e-5f;

        int filterSize = filters.Length / gamma.Length;
        for (int channel = 0; channel < gamma.Length; channel++)
        {
            double scale = gamma[channel] / Math.Sqrt(variance[channel] + epsilon);
            foreach (ref float entry in filters.AsSpan(channel * filterSize, filterSize))
            {
                entry = (float)(entry * scale);
            }

            bias[channel] = (float)(((bias[channel] - (double)mean[channel]) * scale) + beta[channel]);
        }

        Replace(graph, TensorData.Make<float>(weight.Name, OnnxElementType.Float, weight.Dims, filters));
        if (conv.Input.Count == 2)
        {
            conv.Input.Add(BiasName(graph, weight.Name));
        }

        Replace(graph, TensorData.Make<float>(conv.Input[2], OnnxElementType.Float, [bias.Length], bias));
        DropValueInfo(graph, conv.Output[0]);
        conv.Output[0] = norm.Output[0];
        graph.Node.Remove(norm);
        foreach (string parameter in norm.Input.Skip(1).Where(i => Uses(graph, i) == 0))
        {
            graph.Initializer.Remove(Find(graph, parameter)!);
        }
    }

    private static string BiasName(GraphProto graph, string weight)
    {
        string name = weight.EndsWith(".weight", StringComparison.Ordinal) ? weight[..^"weight".Length] + "bias" : weight + ".bias";
        while (Find(graph, name) is not null || graph.Node.Any(n => n.Output.Contains(name)))
        {
            name += "_folded";
        }

        return name;
    }

    private static void Replace(GraphProto graph, TensorProto tensor)
    {
        if (Find(graph, tensor.Name) is { } old)
        {
            graph.Initializer[graph.Initializer.IndexOf(old)] = tensor;
        }
        else
        {
            graph.Initializer.Add(tensor);
        }
    }

    private static void DropValueInfo(GraphProto graph, string name)
    {
        if (graph.ValueInfo.FirstOrDefault(v => v.Name == name) is { } info)
        {
            graph.ValueInfo.Remove(info);
        }
    }

    private static int Uses(GraphProto graph, string value) => graph.Node.Sum(n => n.Input.Count(i => i == value));

    private static TensorProto? Find(GraphProto graph, string name) => graph.Initializer.FirstOrDefault(t => t.Name == name);

    private static float[] Values(GraphProto graph, string name) => MemoryMarshal.Cast<byte, float>(Find(graph, name)!.RawData.Span).ToArray();
}
