using System.Text.RegularExpressions;

namespace DtcGen.Generators.Tests.Operations;

/// <summary>
/// An operation in one of its spellings, between two layers: <c>first</c> makes <c>x</c>, and <c>last</c> takes what
/// comes of it.
/// </summary>
/// <param name="Name">The operation.</param>
/// <param name="Spelling">A factory of torch.nn, or an expression of <c>x</c>.</param>
/// <param name="Around">What stands around it.</param>
internal sealed record OperationRow(string Name, string Spelling, Surroundings Around)
{
    /// <summary>The layer before it, where the surroundings' own has another size.</summary>
    public string? First { get; init; }

    /// <summary>The layer behind it, where the surroundings' own has another size.</summary>
    public string? Last { get; init; }

    /// <summary>How <c>last</c> takes the neurons of <c>first</c>, where it is not one input each.</summary>
    public Taken Taken { get; init; } = "last";

    /// <summary>More members of the class, such as the layer that an expression calls.</summary>
    public string Members { get; init; } = "";

    /// <summary>Whether the class asks to be recorded, since the generator does not read this.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Whether the spelling makes a layer, rather than being an expression of x.</summary>
    public bool IsLayer => !Regex.IsMatch(Spelling, @"\bx\b");

    /// <summary>Whether the spelling is a statement that changes x, rather than what comes of it.</summary>
    public bool IsStatement { get; init; }

    /// <summary>A class <c>Net</c> in a namespace of its own.</summary>
    public string Source(string scope)
    {
        var (field, value) = IsLayer ? ($"private readonly Module<Tensor, Tensor> op = {Spelling};", "op.call(x)") : (Members, Spelling);
        return ModelSource.Of($$"""
            private readonly {{(First ?? Around.First).Split('(')[0]}} first = {{First ?? Around.First}};
            {{field}}
            private readonly {{(Last ?? Around.Last).Split('(')[0]}} last = {{Last ?? Around.Last}};

            public override Tensor forward(Tensor input)
            {
                var x = {{Around.Call}};
                {{(IsStatement ? value + ";" : string.Empty)}}
                return last.call({{(IsStatement ? "x" : value)}});
            }
            """).Replace("namespace Tested;", $"namespace {scope};", StringComparison.Ordinal);
    }
}
