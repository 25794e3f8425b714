using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// The rules about types: each input has one that its operator takes, inputs that share a type variable share a type, and
/// what the file declares is what comes out. A type that cannot be told breaks nothing.
/// </summary>
internal sealed class TypeCheck(OperatorLookup operators, Findings findings)
{
    public void Check(GraphProto graph) => Check(graph, outer: null, inputs: []);

    /// <returns>The types of the graph's outputs, null where they cannot be told.</returns>
    private string?[] Check(GraphProto graph, Scope<string>? outer, IReadOnlyList<string?> inputs)
    {
        var types = new Scope<string>(outer);
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var info in graph.ValueInfo.Concat(graph.Output))
        {
            if (TypeNames.Of(info.Type) is { } type)
            {
                declared[info.Name] = type;
            }
        }

        for (var i = 0; i < graph.Input.Count; i++)
        {
            var (given, type) = (i < inputs.Count ? inputs[i] : null, TypeNames.Of(graph.Input[i].Type));
            if (given is not null && type is not null && given != type)
            {
                Contradicts(graph.Input[i].Name, type, $"it is given {given}");
            }

            Set(types, graph.Input[i].Name, type ?? given);
        }

        foreach (var (name, elementType) in graph.Initializer.Select(static t => (t.Name, t.DataType))
            .Concat(graph.SparseInitializer.Select(static t => (t.Values?.Name ?? "", t.Values?.DataType ?? 0))))
        {
            if (TypeNames.Of(elementType) is { } type)
            {
                if (types.FindHere(name) is { } before && before != type)
                {
                    Contradicts(name, before, $"the stored tensor is {type}");
                }

                types.Set(name, type);
            }
        }

        foreach (var node in graph.Node)
        {
            Visit(node, types, declared);
        }

        return [.. graph.Output.Select(o => types.Find(o.Name))];
    }

    private void Visit(NodeProto node, Scope<string> types, Dictionary<string, string> declared)
    {
        string? Input(int place) => place < node.Input.Count && node.Input[place].Length > 0 ? types.Find(node.Input[place]) : null;

        var schema = operators.Schema(node);
        var bound = schema is null ? [] : CheckInputs(node, schema, Input);
        var inner = Bodies(node, types, Input);
        for (var i = 0; i < node.Output.Count; i++)
        {
            var name = node.Output[i];
            if (name.Length == 0)
            {
                continue;
            }

            var type = schema is null ? null : Output(node, schema, i, bound, inner, Input);
            if (declared.TryGetValue(name, out var said))
            {
                if (type is not null && type != said)
                {
                    Contradicts(name, said, $"{NodeCheck.Location(node)} makes {type}");
                }

                type = said;
            }

            Set(types, name, type);
        }
    }

    // The set from which the operator takes the type, where there is one.
    private static string Later(NodeProto node, OperatorSchema schema, int place, string type)
    {
        var later = OperatorTable.All(ModelCheck.Domain(node.Domain), node.OpType).FirstOrDefault(
            s => s.Since > schema.Since
                && OperatorSchema.At(s.Inputs, place) is { } formal
                && (s.Types.TryGetValue(formal.Type, out var allowed) ? allowed.Contains(type) : formal.Type == type));
        return later is null ? "" : $"It takes {type} from operator set {later.Since} on. ";
    }

    private Dictionary<string, (string Type, string Name)> CheckInputs(NodeProto node, OperatorSchema schema, Func<int, string?> input)
    {
        var bound = new Dictionary<string, (string Type, string Name)>(StringComparer.Ordinal);
        var contested = new List<string>();
        for (var i = 0; i < node.Input.Count; i++)
        {
            if (input(i) is not { } type || OperatorSchema.At(schema.Inputs, i) is not { } formal)
            {
                continue;
            }

            var name = $"{formal.Name} ({node.Input[i]})";
            var isVariable = schema.Types.TryGetValue(formal.Type, out var allowed);
            if (isVariable ? !allowed!.Contains(type) : formal.Type != type)
            {
                var takes = isVariable ? string.Join(", ", allowed!) : formal.Type;
                findings.Broken(
                    OnnxRules.NodeType,
                    $"Its input {name} is {type}, and the operator takes {takes}. {Later(node, schema, i, type)}Convert it with Cast.",
                    NodeCheck.Location(node));
            }
            else if (isVariable && formal.Kind != OperatorValueKind.VariadicOfAnyTypes && !bound.TryAdd(formal.Type, (type, name))
                && bound[formal.Type].Type != type)
            {
                var (first, firstName) = bound[formal.Type];
                findings.Broken(
                    OnnxRules.NodeType,
                    $"Its inputs {firstName} and {name} must have one type, and they are {first} and {type}. Convert one with Cast.",
                    NodeCheck.Location(node));
                contested.Add(formal.Type);
            }
        }

        // What the outputs should be of cannot be told then, and one finding is enough.
        contested.ForEach(variable => bound.Remove(variable));
        return bound;
    }

    private string? Output(
        NodeProto node,
        OperatorSchema schema,
        int place,
        Dictionary<string, (string Type, string Name)> bound,
        IReadOnlyList<string?> inner,
        Func<int, string?> input)
    {
        if (OperatorSchema.At(schema.Outputs, place) is not { } formal)
        {
            return null;
        }

        if (formal.Kind == OperatorValueKind.VariadicOfAnyTypes || node.OpType == "SequenceMap")
        {
            return place < inner.Count ? inner[place] : null;
        }

        if (!schema.Types.TryGetValue(formal.Type, out var allowed))
        {
            return formal.Type;
        }

        if (bound.TryGetValue(formal.Type, out var known) || allowed.Count == 1)
        {
            return known.Type ?? allowed.First();
        }

        var type = ModelCheck.Domain(node.Domain).Length == 0 ? OutputTypes.Of(node, input) : null;
        if (type is not null && !allowed.Contains(type))
        {
            findings.Broken(
                OnnxRules.NodeType,
                $"Its output {formal.Name} ({node.Output[place]}) is {type}, and the operator gives {string.Join(", ", allowed)}.",
                NodeCheck.Location(node));
        }

        return type;
    }

    /// <summary>Checks the graphs inside a node.</summary>
    /// <returns>The types that the node's outputs have by them.</returns>
    private IReadOnlyList<string?> Bodies(NodeProto node, Scope<string> types, Func<int, string?> input)
    {
        IReadOnlyList<string?> results = [];
        foreach (var body in node.InnerGraphs())
        {
            var inputs = Enumerable.Range(0, node.Input.Count).Select(input).ToList();

            // A loop's body is given the turn's number, the condition and the state; a scan's the state and the slices,
            // with the sequences' lengths in front in its first version; a sequence's its entries.
            var given = node.OpType switch
            {
                "Loop" => [TypeNames.Of((int)OnnxElementType.Int64), TypeNames.Of((int)OnnxElementType.Bool), .. inputs.Skip(2)],
                "Scan" when operators.Schema(node)?.Since == 8 => inputs.Skip(1).ToList(),
                "Scan" => inputs,
                "SequenceMap" => inputs.Select(static type => TypeNames.Entry(type) ?? type).ToList(),
                _ => [],
            };
            var made = Check(body, types, given);
            var outputs = node.OpType switch
            {
                "Loop" => made.Skip(1).ToList(),
                "SequenceMap" => made.Select(static type => type is null ? null : TypeNames.Sequence(type)).ToList(),
                _ => made.ToList(),
            };
            results = results.Count == 0 ? outputs : [.. outputs.Zip(results, static (a, b) => a == b ? a : null)];
        }

        return results;
    }

    private void Contradicts(string name, string declared, string made)
        => findings.Broken(OnnxRules.Declared, $"The file declares it as {declared}, and {made}. Correct what is declared.", name);

    private static void Set(Scope<string> types, string name, string? type)
    {
        if (type is not null)
        {
            types.Set(name, type);
        }
    }
}
