using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Gives the values that a model returns the names that its users will ask for.</summary>
internal static class GraphOutputs
{
    public static void Set(GraphProto graph, IReadOnlyList<OnnxValue> outputs, IReadOnlyList<string> names)
    {
        // A value can be renamed when a node makes it and it is returned once; else an Identity makes it anew.
        var made = graph.Node.SelectMany(static n => n.Output).ToHashSet(StringComparer.Ordinal);
        var returned = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < outputs.Count; i++)
        {
            string name = names[i];
            OnnxValue value = outputs[i];
            bool first = returned.Add(value.Name);
            if (value.Name != name)
            {
                MakeRoom(graph, name);
                if (first && made.Contains(value.Name) && outputs.Skip(i + 1).All(o => o.Name != value.Name))
                {
                    Rename(graph, value.Name, name);
                }
                else
                {
                    graph.Node.Add(new NodeProto { OpType = "Identity", Name = name, Input = { value.Name }, Output = { name } });
                }
            }

            graph.Output.Add(ValueInfos.Make(value with { Name = name }));
        }

        foreach (ValueInfoProto output in graph.Output)
        {
            ValueInfoProto? inner = graph.ValueInfo.FirstOrDefault(v => v.Name == output.Name);
            if (inner is not null)
            {
                graph.ValueInfo.Remove(inner);
            }
        }
    }

    private static void MakeRoom(GraphProto graph, string name)
    {
        var taken = graph.Input.Select(static v => v.Name)
            .Concat(graph.Initializer.Select(static t => t.Name))
            .Concat(graph.Output.Select(static v => v.Name))
            .ToHashSet(StringComparer.Ordinal);
        if (taken.Contains(name))
        {
            throw new OnnxExportException($"The output's name {name} is taken by an input, a parameter or another output. Set {nameof(OnnxExportOptions)}.{nameof(OnnxExportOptions.OutputNames)}.");
        }

        taken.UnionWith(graph.Node.SelectMany(static n => n.Output));
        if (taken.Contains(name))
        {
            int suffix = 1;
            while (taken.Contains($"{name}_{suffix}"))
            {
                suffix++;
            }

            Rename(graph, name, $"{name}_{suffix}");
        }
    }

    private static void Rename(GraphProto graph, string from, string to)
    {
        foreach (NodeProto node in graph.Node)
        {
            Replace(node.Input, from, to);
            Replace(node.Output, from, to);
        }

        foreach (ValueInfoProto info in graph.ValueInfo.Where(v => v.Name == from))
        {
            info.Name = to;
        }
    }

    private static void Replace(IList<string> names, string from, string to)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == from)
            {
                names[i] = to;
            }
        }
    }
}
