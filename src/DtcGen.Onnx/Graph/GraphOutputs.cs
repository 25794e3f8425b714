using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Gives the values that a model returns the names that its users will ask for.</summary>
internal static class GraphOutputs
{
    public static void Set(GraphProto graph, IReadOnlyList<OnnxValue> outputs, IReadOnlyList<string> names)
    {
        // A value can be renamed when a node makes it and it is returned once; else an Identity makes it anew.
        string[] current = [.. outputs.Select(static o => o.Name)];
        for (var i = 0; i < current.Length; i++)
        {
            var name = names[i];
            if (current[i] != name)
            {
                MakeRoom(graph, name, current);
                var made = graph.Node.Any(n => n.Output.Contains(current[i]));
                if (made && current.Count(c => c == current[i]) == 1)
                {
                    Rename(graph, current[i], name, current);
                }
                else
                {
                    var nodes = new OnnxNames(graph.Node.Select(static n => n.Name));
                    graph.Node.Add(
                        new NodeProto { OpType = "Identity", Name = nodes.Take(name), Input = { current[i] }, Output = { name } });
                    current[i] = name;
                }
            }

            graph.Output.Add(ValueInfos.Make(outputs[i] with { Name = name }));
        }

        foreach (var output in graph.Output)
        {
            var inner = graph.ValueInfo.FirstOrDefault(v => v.Name == output.Name);
            if (inner is not null)
            {
                graph.ValueInfo.Remove(inner);
            }
        }
    }

    private static void MakeRoom(GraphProto graph, string name, string[] current)
    {
        var taken = graph.Input.Select(static v => v.Name)
            .Concat(graph.Initializer.Select(static t => t.Name))
            .Concat(graph.Output.Select(static v => v.Name))
            .ToHashSet(StringComparer.Ordinal);
        if (taken.Contains(name))
        {
            throw new OnnxExportException(
                $"The output's name {name} is taken by an input, a parameter or another output. Set {nameof(OnnxExportOptions)}.{nameof(OnnxExportOptions.OutputNames)}.");
        }

        taken.UnionWith(graph.Node.SelectMany(static n => n.Output));
        if (taken.Contains(name))
        {
            Rename(graph, name, new OnnxNames(taken).Take(name), current);
        }
    }

    private static void Rename(GraphProto graph, string from, string to, string[] current)
    {
        Replace(current, from, to);
        foreach (var node in graph.Node)
        {
            Replace(node.Input, from, to);
            Replace(node.Output, from, to);
        }

        foreach (var info in graph.ValueInfo.Where(v => v.Name == from))
        {
            info.Name = to;
        }
    }

    private static void Replace(IList<string> names, string from, string to)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == from)
            {
                names[i] = to;
            }
        }
    }
}
