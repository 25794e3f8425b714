using DtcGen.Tests.Shared;
using Xunit.Abstractions;

namespace DtcGen.Onnx.Tests;

/// <summary>The table of operators against the schemas that ONNX's own Python package was built with.</summary>
public sealed class OperatorTableTests(ITestOutputHelper output)
{
    /// <summary>Prints each version of each operator on a line, in the words of <see cref="Describe"/>.</summary>
    private const string Script = """
        import re
        import onnx.defs as defs

        def kind(of):
            return str(of).split('.')[-1]

        def type_name(text):
            return re.sub(r'(?<![a-z_])tensor\(([a-z0-9]+)\)', r'\1', text).replace(' ', '')

        def value(v):
            how = kind(v.option)
            if how == 'Variadic' and not v.isHomogeneous:
                how = 'VariadicOfAnyTypes'
            return '%s %s %s' % (v.name.replace(' ', '_'), how.replace('Single', 'Required'), type_name(v.typeStr))

        def attribute(name, a):
            return '%s %s %s %s' % (name, kind(a.type).replace('_', '').lower(), bool(a.required), a.default_value.type != 0)

        def most(count):
            return 'any' if count > 1000 else str(count)

        for s in defs.get_all_schemas_with_history():
            key = '%s %s %d' % (s.domain, s.name, s.since_version)
            if s.deprecated:
                print(key + ': withdrawn')
            else:
                print('%s: %d %s %d %s; %s; %s; %s; %s' % (
                    key, s.min_input, most(s.max_input), s.min_output, most(s.max_output),
                    ', '.join(value(v) for v in s.inputs),
                    ', '.join(value(v) for v in s.outputs),
                    ', '.join(sorted(attribute(n, a) for n, a in s.attributes.items())),
                    ', '.join(sorted('%s = %s' % (c.type_param_str, ' '.join(sorted(map(type_name, c.allowed_type_strs))))
                        for c in s.type_constraints))))
        """;

    /// <summary>Versions whose description was corrected after the package was made, as ONNX Runtime has them.</summary>
    private static readonly string[] Corrected = [" GridSample 16", " Erf 13"];

    [Fact]
    public void ItIsThatOfOnnxItselfUpToSet17()
    {
        if (PythonOnnx.Lines(Script, output) is not { } lines)
        {
            return;
        }

        var theirs = lines.Where(static l => !Corrected.Any(c => l.StartsWith(c + ":", StringComparison.Ordinal))).ToList();
        var ours = OperatorTable.Names()
            .SelectMany(static o => OperatorTable.All(o.Domain, o.Name).Select(s => Describe(o.Domain, s)))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(theirs.Count > 430, $"{theirs.Count} versions of operators");
        Assert.Equal([], theirs.Where(l => !ours.Contains(l)));
        output.WriteLine($"{theirs.Count} versions of operators are as the package has them.");
    }

    [Fact]
    public void ItKnowsWhatCameLater()
    {
        Assert.Equal(26, OperatorTable.Domains[""]);
        Assert.Equal(5, OperatorTable.Domains["ai.onnx.ml"]);
        Assert.Null(OperatorTable.Find("", "BitCast", 25));
        Assert.Equal(26, OperatorTable.Find("", "BitCast", 26)!.Since);
        Assert.Equal(24, OperatorTable.Find("", "Swish", 26)!.Since);
        Assert.Contains("float4e2m1", OperatorTable.Find("", "Cast", 23)!.Types["T1"]);
        Assert.DoesNotContain("float4e2m1", OperatorTable.Find("", "Cast", 22)!.Types["T1"]);
        Assert.Null(OperatorTable.Find("", "Upsample", 10));
        Assert.Equal(OperatorStatus.NameAlone, OperatorTable.Find("com.microsoft", "FusedConv", 1)!.Status);
    }

    private static string Describe(string domain, OperatorSchema schema)
    {
        var key = $"{domain} {schema.Name} {schema.Since}";
        if (schema.Status == OperatorStatus.Withdrawn)
        {
            return $"{key}: withdrawn";
        }

        static string Value(OperatorValue value) => $"{value.Name} {value.Kind} {value.Type}";
        static string Most(IReadOnlyList<OperatorValue> values)
            => OperatorSchema.Most(values) is var most && most > 1000 ? "any" : $"{most}";
        var attributes = schema.Attributes.Values.Select(
            static a => $"{a.Name} {Enum.GetName(a.Type)!.ToLowerInvariant()} {a.Required} {a.HasDefault}");
        var types = schema.Types.Select(static t => $"{t.Key} = {string.Join(' ', t.Value.Order(StringComparer.Ordinal))}");
        return string.Join(
            "; ",
            $"{key}: {OperatorSchema.Fewest(schema.Inputs)} {Most(schema.Inputs)} " +
                $"{OperatorSchema.Fewest(schema.Outputs)} {Most(schema.Outputs)}",
            string.Join(", ", schema.Inputs.Select(Value)),
            string.Join(", ", schema.Outputs.Select(Value)),
            string.Join(", ", attributes.Order(StringComparer.Ordinal)),
            string.Join(", ", types.Order(StringComparer.Ordinal)));
    }
}
