namespace DtcGen.Onnx;

/// <summary>
/// Budgets of what the exported file costs: the model is exported at each size that comes into question, so they are exact.
/// </summary>
public static class OnnxBudget
{
    /// <summary>A share of the multiply-adds for one sample, as <see cref="OnnxCost"/> counts them.</summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    /// <param name="inputs">
    /// The shape and type of each input of the model's <c>forward</c>; dimensions other than the batch have sizes.
    /// </param>
    /// <returns>
    /// A budget for models that export. Where the multiply-adds cannot be told, it throws an <see cref="InvalidOperationException"/> that
    /// names the nodes; nothing has been changed then.
    /// </returns>
    public static Budget MultiplyAdds(double share, params IReadOnlyList<OnnxInput> inputs) => Of(share, "multiply-adds", inputs, static model =>
    {
        if (model.Statistics.MultiplyAdds is { } cost)
        {
            return cost;
        }

        var unknown = OnnxCost.Count(model).Layers.Where(static layer => layer.MultiplyAdds is null).Select(static layer => $"'{layer.Name}' ({layer.Operator})");
        throw new InvalidOperationException(
            $"The multiply-adds of {string.Join(", ", unknown)} cannot be told. Give the inputs fixed sizes, or take another budget.");
    });

    /// <summary>A share of the file's bytes, but for what it says of the neurons that were kept.</summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    /// <param name="inputs">The shape and type of each input of the model's <c>forward</c>.</param>
    public static Budget FileBytes(double share, params IReadOnlyList<OnnxInput> inputs)
        => Of(share, "bytes", inputs, static model => model.Statistics.FileBytes);

    /// <summary>
    /// A share of the time of a run under ONNX Runtime on this machine, a median in milliseconds. It is predicted from the times of the
    /// layers before anything leaves, and measured at the few sizes that the prediction leads to, beside the model as it was. It is read
    /// from a clock: on a machine with other work, what stays differs from call to call; and a median of few runs is less than a
    /// guarantee. <see cref="PruneReport.CostAfter"/> is what the pruned model took, <see cref="PruneReport.Remark"/> why it took less
    /// than 95 % of what was allowed.
    /// </summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    /// <param name="batch">The samples of a run.</param>
    /// <param name="options">How it is timed; null takes the defaults.</param>
    /// <param name="inputs">
    /// The shape and type of each input of the model's <c>forward</c>; dimensions other than the batch have sizes. Floating-point inputs
    /// are filled with random numbers, others with zeros.
    /// </param>
    public static Budget Latency(double share, int batch, OnnxLatencyOptions? options, params IReadOnlyList<OnnxInput> inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        var clock = new RuntimeClock(model => Examples(model, batch), options ?? new OnnxLatencyOptions());
        return Latency(share, batch, inputs, clock);
    }

    /// <summary>As above, by a clock.</summary>
    internal static Budget Latency(double share, int batch, IReadOnlyList<OnnxInput> inputs, ILatencyClock clock)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var unit = $"ms (batch {batch})";
        return Budget.Metered(share, unit, model => new LatencyMeter(model, model => Export(model, inputs, unit), clock));
    }

    private static OnnxArray[] Examples(OnnxModel model, int batch)
        => batch == 1 || model.Inputs.Any(input => input.Shape is [var size, ..] && (size.Value is null || size.Value == batch))
            ? [.. model.Inputs.Select(input => Example(input, batch))]
            : throw new InvalidOperationException(
                $"Runs of {batch} samples are to be timed, and no input has a batch that is open or of {batch}: {string.Join(", ", model.Inputs)}.");

    private static OnnxArray Example(OnnxValue input, int batch)
    {
        long[] shape =
        [
            .. input.Shape.Select((size, axis) => size.Value ?? (axis == 0
                ? batch
                : throw new InvalidOperationException($"Input {input} has an open size, so it cannot be timed. Give it a number."))),
        ];
        var random = new Random(1);
        var numbers = new float[shape.Aggregate(1L, static (product, size) => checked(product * size))];
        if (!input.ElementType.IsFloating())
        {
            return new OnnxArray(input.ElementType, shape, new byte[numbers.Length * OnnxArray.BytesOf(input.ElementType)]);
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = random.NextSingle();
        }

        return OnnxArray.Of(numbers, shape).As(input.ElementType);
    }

    private static Budget Of(double share, string unit, IReadOnlyList<OnnxInput> inputs, Func<OnnxModel, double> cost)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Budget.Of(share, unit, model => cost(Export(model, inputs, unit)));
    }

    private static OnnxModel Export(IDualTomographic model, IReadOnlyList<OnnxInput> inputs, string unit)
        => model is IOnnxExportable exportable
            ? OnnxExport.Build(exportable, inputs, new OnnxExportOptions { WriteNeurons = false })
            : throw new ArgumentException($"'{model.GetType().Name}' does not export to ONNX, so that its {unit} cannot be counted.");
}
