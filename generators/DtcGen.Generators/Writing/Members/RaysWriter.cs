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
        writer.Line(context.Types.Generated);
        var signature = context.Declare(
            context.Types[GeneratedNames.RaySums],
            context.Types[GeneratedNames.Model],
            "SumRays",
            $"({context.Types[GeneratedNames.Group]} group, {context.Types.Map} map{context.Default("SumRays", "null")})");
        using (writer.Open(signature))
        {
            writer.Line($"using var use = {context.Types[GeneratedNames.ModelUse]}.Read(this, \"weight sums\");");
            writer.Line($"using var noGrad = {context.Types[GeneratedNames.Torch]}.no_grad();");
            writer.Line($"using var scope = {context.Types[GeneratedNames.Torch]}.NewDisposeScope();");
            writer.Line();
            writer.Line("// Previous: what leads into each neuron, the sum of its row. Next: what leads out of it, the sum of its column.");
            using (writer.Open($"return {GroupSwitch.Head(context)}", ";"))
            {
                for (var i = 0; i < methods.Length; i++)
                {
                    writer.Line($"{i} => {methods[i]}(map),");
                }

                writer.Line($"_ => {context.Types.Unreachable},");
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
        using (writer.Open($"private {context.Types[GeneratedNames.RaySums]} {method}({context.Types.Map} map)"))
        {
            WriteSum("previous", group.Producers, "Rows");
            WriteSum("next", group.Consumers, "Columns");
            writer.Line($"return {context.Types[GeneratedNames.WeightSums]}.ToRaySums(previous, next);");
        }

        void WriteSum(string name, IEnumerable<Member> members, string side)
        {
            var terms = members.Select(member => $"{context.Types[GeneratedNames.WeightSums]}.{Side(member, side)}({Arguments(member)})")
                .DefaultIfEmpty($"{context.Types[GeneratedNames.WeightSums]}.None(previous)")
                .ToArray();
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
