using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The rules about the functions that a model brings along; a body is checked as a graph without types.</summary>
internal static class FunctionCheck
{
    public static void Check(ModelProto model, OperatorLookup operators, TensorCheck tensors, Findings findings)
    {
        var same = model.Functions.GroupBy(static f => (ModelCheck.Domain(f.Domain), f.Name, f.Overload)).Where(static g => g.Count() > 1);
        foreach (var functions in same)
        {
            findings.Broken(OnnxRules.UniqueName, $"{functions.Count()} functions have this name.", Location(functions.First()));
        }

        foreach (var function in model.Functions)
        {
            var location = Location(function);
            ModelCheck.CheckOpsets(function.OpsetImport, location, findings);
            var body = new GraphProto { Name = function.Name };
            body.Input.AddRange(function.Input.Select(static name => new ValueInfoProto { Name = name }));
            body.Output.AddRange(function.Output.Select(static name => new ValueInfoProto { Name = name }));
            body.ValueInfo.AddRange(function.ValueInfo);
            body.Node.AddRange(function.Node);
            var nodes = new NodeCheck(operators.In(function), findings) { Within = location };
            new GraphCheck(nodes, tensors, findings).Check(body, outer: new Scope<bool>(null));
        }
    }

    private static string Location(FunctionProto function)
        => $"function {(function.Domain.Length > 0 ? $"{function.Domain}." : "")}{function.Name}";
}
