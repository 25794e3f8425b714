using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>What both models take, as the samples must be.</summary>
/// <param name="File">The file that messages name.</param>
/// <param name="Values">The inputs; where one model fixes a dimension that the other leaves open, it is fixed.</param>
internal sealed record ModelInputs(string File, IReadOnlyList<OnnxValue> Values)
{
    /// <summary>The batch size that the models insist on; null when they take any.</summary>
    public int? FixedBatch => (int?)Values.Where(v => v.Rank > 0).Select(v => v.Shape[0].Value).FirstOrDefault(d => d is not null);

    /// <summary>The inputs of two models that take the same.</summary>
    /// <param name="dense">One model.</param>
    /// <param name="pruned">The other.</param>
    /// <exception cref="CliException">They do not take the same.</exception>
    public static ModelInputs Of(OnnxFile dense, OnnxFile pruned)
    {
        var first = dense.Model.Inputs;
        var second = pruned.Model.Inputs;
        if (first.Count != second.Count || first.Count == 0 || first.Zip(second).Any(p => !Fit(p.First, p.Second)))
        {
            throw new CliException(
                $"the two models do not take the same inputs: {dense.Path} takes {string.Join(", ", first)}; {pruned.Path} takes {string.Join(", ", second)}.");
        }

        return first.FirstOrDefault(v => v.Rank == 0) is { } scalar
            ? throw new CliException(
                $"{dense.Path}: input {scalar.Name} is a single number, so there are no samples along its first dimension.")
            : new ModelInputs(
                dense.Path,
                [
                    .. first.Zip(
                        second, (a, b) => a with { Shape = [.. a.Shape.Zip(b.Shape, (d, e) => d.IsStatic ? d : e.IsStatic ? e : d)] })
                ]);
    }

    private static bool Fit(OnnxValue a, OnnxValue b)
        => a.ElementType == b.ElementType && a.Rank == b.Rank
            && a.Shape.Zip(b.Shape).All(d => !d.First.IsStatic || !d.Second.IsStatic || d.First == d.Second);
}
