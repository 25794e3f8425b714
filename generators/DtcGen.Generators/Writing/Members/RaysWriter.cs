using System.Collections.Immutable;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>SumRays</c> and a method for each group: the sums on either side of its neurons.</summary>
internal static class RaysWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        var methods = context.GroupMethods.Select(group => context.MemberNames.Unique($"Sum{group}")).ToImmutableArray();
        writer.Line("/// <inheritdoc/>");
        writer.Line(TypeNames.Generated);
        var signature = context.Declare(TypeNames.RaySums, TypeNames.Model, "SumRays", $"({TypeNames.Group} group, {TypeNames.Map} map{context.Default("SumRays", "null")})");
        using (writer.Open(signature))
        {
            writer.Line($"using var noGrad = {TypeNames.Torch}.no_grad();");
            writer.Line($"using var scope = {TypeNames.Torch}.NewDisposeScope();");
            using (writer.Open($"return {GroupSwitch.Head(context)}", ";"))
            {
                for (var i = 0; i < methods.Length; i++)
                {
                    writer.Line($"{i} => {methods[i]}(map),");
                }

                writer.Line($"_ => {TypeNames.Unreachable},");
            }
        }

        for (var i = 0; i < methods.Length; i++)
        {
            writer.Line();
            Write(writer, context, context.Model.Groups[i], methods[i]);
        }
    }

    private static void Write(SourceWriter writer, WritingContext context, Group group, string method)
    {
        writer.Line($"// The neurons that '{group.Name}' makes.");
        writer.Line(TypeNames.Generated);
        using (writer.Open($"private {TypeNames.RaySums} {method}({TypeNames.Map} map)"))
        {
            writer.Line("// Previous: what leads into each neuron, the sum of its row.");
            WriteSum("previous", group.Producers, "Rows");
            writer.Line();
            writer.Line("// Next: what leads out of each neuron, the sum of its column.");
            WriteSum("next", group.Consumers, "Columns");
            writer.Line();
            writer.Line($"return {TypeNames.WeightSums}.ToRaySums(previous, next);");
        }

        void WriteSum(string name, IEnumerable<Member> members, string side)
        {
            var terms = members.Select(member => $"{TypeNames.WeightSums}.{Side(member, side)}({Arguments(member)})").DefaultIfEmpty($"{TypeNames.Torch}.zeros_like(previous)").ToArray();
            writer.Line($"var {name} = {terms[0]}{(terms.Length == 1 ? ";" : string.Empty)}");
            for (var i = 1; i < terms.Length; i++)
            {
                writer.Line($"    + {terms[i]}{(i == terms.Length - 1 ? ";" : string.Empty)}");
            }
        }

        // An embedding's features are its columns.
        string Side(Member member, string side) => context.Layer(member).Kind == LayerKind.Embedding ? "Columns" : side;

        string Arguments(Member member)
        {
            var layout = LayoutText.Argument(member.Layout, context);
            return layout.Length == 0
                ? $"{context.Weight(member.Layer)}, map"
                : $"{CSharpText.Literal(context.Layer(member).Name)}, {context.Weight(member.Layer)}, map, {LayoutText.Count(group.Counter, context)}{layout}";
        }
    }
}
