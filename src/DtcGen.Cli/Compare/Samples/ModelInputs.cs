using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>What both models take, as the samples must be.</summary>
/// <param name="File">The file that messages name.</param>
/// <param name="Values">The inputs in the dense model's order; where one model fixes a dimension that the other leaves open, it is
/// fixed, and where they take floating-point numbers of two types, they are of the finer.</param>
/// <param name="PrunedNames">What the pruned model calls each of them.</param>
internal sealed record ModelInputs(string File, IReadOnlyList<OnnxValue> Values, IReadOnlyList<string> PrunedNames)
{
    /// <summary>The batch size that the models insist on; null when they take any.</summary>
    public int? FixedBatch
        => OneByOne ? null : (int?)Values.Where(v => v.Rank > 0).Select(v => v.Shape[0].Value).FirstOrDefault(d => d is not null);

    /// <summary>
    /// Whether each sample is a run of its own, since the inputs do not share a batch as their first dimension: one is a single number,
    /// or has other things along it.
    /// </summary>
    public bool OneByOne
        => Values.Any(static v => v.Rank == 0)
            || Values.Select(static v => v.Shape[0].Value).Distinct().Count() > 1;

    /// <summary>Which of the two models' inputs go together, as in their comparison.</summary>
    public required NamePairs Pairs { get; init; }

    /// <summary>What a reader should know of how the two models' inputs and their types go together.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The inputs of two models that take the same.</summary>
    /// <param name="dense">One model.</param>
    /// <param name="pruned">The other.</param>
    /// <exception cref="CliException">They do not take the same.</exception>
    public static ModelInputs Of(OnnxFile dense, OnnxFile pruned)
    {
        var first = dense.Model.Inputs;
        var pairs = NamePairs.Of([.. first.Select(v => v.Name)], [.. pruned.Model.Inputs.Select(v => v.Name)]);
        var second = pairs.ToFirst(pruned.Model.Inputs);
        if (first.Count != second.Count || first.Count == 0 || first.Zip(second).Any(p => !Fit(p.First, p.Second)))
        {
            throw new CliException(
                $"the two models do not take the same inputs: {dense.Path} takes {string.Join(", ", first)}; {pruned.Path} takes {string.Join(", ", pruned.Model.Inputs)}.");
        }

        return new ModelInputs(dense.Path, [.. first.Zip(second, Both)], [.. second.Select(v => v.Name)])
        {
            Pairs = pairs,
            Remarks = [
                .. first.Zip(second)
                    .Where(p => p.First.ElementType != p.Second.ElementType)
                    .Select(p
                        => $"Input {p.First.Name} is given as {p.First.ElementType} to {dense.Path}, and as {p.Second.ElementType} to {pruned.Path}.")
            ],
        };
    }

    private static OnnxValue Both(OnnxValue a, OnnxValue b) => a with
    {
        ElementType = a.ElementType == b.ElementType || a.ElementType.Epsilon() <= b.ElementType.Epsilon() ? a.ElementType : b.ElementType,
        Shape = [.. a.Shape.Zip(b.Shape, (d, e) => d.IsStatic ? d : e.IsStatic ? e : d)],
    };

    private static bool Fit(OnnxValue a, OnnxValue b)
        => (a.ElementType == b.ElementType || (a.ElementType.IsFloating() && b.ElementType.IsFloating())) && a.Rank == b.Rank
            && a.Shape.Zip(b.Shape).All(d => !d.First.IsStatic || !d.Second.IsStatic || d.First == d.Second);
}
