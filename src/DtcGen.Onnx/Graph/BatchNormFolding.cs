using DtcGen.Onnx.Proto;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace DtcGen.Onnx;

/// <summary>
/// Folds a BatchNormalization into the Conv before it: the convolution's filters are scaled by γ/√(σ²+ε), its bias becomes
/// (b − μ)·γ/√(σ²+ε) + β. Only where the convolution's output goes nowhere else and its weights serve no other node.
/// </summary>
internal sealed class BatchNormFolding
{
    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _tensors;
    private readonly Dictionary<string, NodeProto> _convolutions;
    private readonly Dictionary<string, int> _uses;
    private readonly HashSet<string> _outputs;
    private readonly HashSet<string> _names;
    private readonly HashSet<NodeProto> _folded = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    private BatchNormFolding(GraphProto graph)
    {
        _graph = graph;
        _tensors = graph.Initializer.ToDictionary(static t => t.Name, StringComparer.Ordinal);
        _convolutions = graph.Node.Where(static n => n.OpType == "Conv").ToDictionary(static n => n.Output[0], StringComparer.Ordinal);
        _uses = graph.Node.SelectMany(static n => n.Input)
            .GroupBy(static i => i, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        _outputs = graph.Output.Select(static o => o.Name).ToHashSet(StringComparer.Ordinal);
        _names = _tensors.Keys.Concat(graph.Node.SelectMany(static n => n.Output)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Folds what can be folded.</summary>
    /// <param name="graph">The graph; it is changed.</param>
    public static void Apply(GraphProto graph) => new BatchNormFolding(graph).Apply();

    private void Apply()
    {
        foreach (var norm in _graph.Node.Where(static n => n.OpType == "BatchNormalization"))
        {
            if (_convolutions.TryGetValue(norm.Input[0], out var conv) && Fits(conv, norm))
            {
                Fold(conv, norm);
            }
        }

        // Removed together: a graph's lists find an item by comparing it with all before it, weights included.
        Keep(_graph.Node, node => !_folded.Contains(node));
        Keep(_graph.Initializer, tensor => !_gone.Contains(tensor.Name));
        Keep(_graph.ValueInfo, value => !_gone.Contains(value.Name));
    }

    private bool Fits(NodeProto conv, NodeProto norm)
        => _uses[conv.Output[0]] == 1
        && !_outputs.Contains(conv.Output[0])
        && conv.Input.Skip(1).All(i => _uses[i] == 1)
        && _tensors.TryGetValue(conv.Input[1], out var weight)
        && Type(weight).IsFloating()
        && conv.Input.Skip(1).Concat(norm.Input.Skip(1)).All(name => IsOf(Type(weight), name));

    private bool IsOf(OnnxElementType type, string name)
        => _tensors.TryGetValue(name, out var tensor) && Type(tensor) == type && !tensor.IsExternal();

    private static OnnxElementType Type(TensorProto tensor) => (OnnxElementType)tensor.DataType;

    private void Fold(NodeProto conv, NodeProto norm)
    {
        double[] gamma = Numbers(norm.Input[1]), beta = Numbers(norm.Input[2]);
        double[] mean = Numbers(norm.Input[3]), variance = Numbers(norm.Input[4]);
        var weight = _tensors[conv.Input[1]];
        var (filters, scaled) = (weight.RawData.Memory, new byte[weight.RawData.Length]);
        var oldBias = conv.Input.Count > 2 ? _tensors[conv.Input[2]] : null;
        var bias = oldBias is null ? new double[gamma.Length] : Numbers(oldBias.Name);
        double epsilon = norm.Attribute.FirstOrDefault(static a => a.Name == "epsilon")?.F ?? 1e-5f;

        var type = Type(weight);
        var filterSize = filters.Length / gamma.Length;
        var isFinite = true;
        for (var channel = 0; channel < gamma.Length; channel++)
        {
            var scale = gamma[channel] / Math.Sqrt(variance[channel] + epsilon);
            var filter = new Range(channel * filterSize, (channel + 1) * filterSize);
            isFinite &= OnnxFloatingTypes.Scale(type, filters[filter].Span, scale, scaled.AsSpan(filter));
            bias[channel] = ((bias[channel] - mean[channel]) * scale) + beta[channel];
        }

        var newBias = new OnnxArray(type, [gamma.Length], OnnxFloatingTypes.Round(type, bias));
        if (!isFinite || !newBias.ToDoubles().All(double.IsFinite))
        {
            return; // What is beyond the type's range stays two nodes.
        }

        weight.RawData = UnsafeByteOperations.UnsafeWrap(scaled);
        if (oldBias is null)
        {
            AddBias(conv, TensorData.Make(BiasName(weight.Name), newBias));
        }
        else
        {
            oldBias.RawData = UnsafeByteOperations.UnsafeWrap(newBias.Bytes);
        }

        Replace(norm, conv);
    }

    private void AddBias(NodeProto conv, TensorProto bias)
    {
        _graph.Initializer.Add(bias);
        _tensors.Add(bias.Name, bias);
        _uses.Add(bias.Name, 1);
        conv.Input.Add(bias.Name);
    }

    private string BiasName(string weight)
    {
        var name = weight.EndsWith(".weight", StringComparison.Ordinal) ? weight[..^"weight".Length] + "bias" : weight + ".bias";
        while (!_names.Add(name))
        {
            name += "_folded";
        }

        return name;
    }

    /// <summary>Has the convolution make what the normalisation made, which leaves with the tensors that nothing else needs.</summary>
    private void Replace(NodeProto norm, NodeProto conv)
    {
        _folded.Add(norm);
        _gone.Add(conv.Output[0]);
        conv.Output[0] = norm.Output[0];
        _convolutions.Add(conv.Output[0], conv);
        foreach (var parameter in norm.Input.Skip(1))
        {
            if (--_uses[parameter] == 0)
            {
                _gone.Add(parameter);
            }
        }
    }

    private double[] Numbers(string name)
        => new OnnxArray(Type(_tensors[name]), _tensors[name].Dims, _tensors[name].RawData.Memory).ToDoubles();

    private static void Keep<T>(RepeatedField<T> items, Func<T, bool> stays)
    {
        T[] kept = [.. items.Where(stays)];
        items.Clear();
        items.AddRange(kept);
    }
}
