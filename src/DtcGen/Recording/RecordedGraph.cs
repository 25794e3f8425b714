using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What a model computes, as recordings with different inputs agree on it.</summary>
/// <param name="Inputs">The names of the inputs.</param>
/// <param name="First">The recording with the example.</param>
/// <param name="Second">One with another batch size, which has the same steps; null when there is none.</param>
/// <param name="FixedBatch">Why the batch's size is fixed, or null when it is open.</param>
internal sealed record RecordedGraph(IReadOnlyList<string> Inputs, Recording First, Recording? Second, string? FixedBatch)
{
    /// <summary>
    /// The recording to take sizes from: one whose batch is not 1, so that a batch is not taken for a dimension that is
    /// repeated.
    /// </summary>
    public Recording Main => Second ?? First;

    /// <summary>The graph as it is grouped.</summary>
    /// <param name="keep">The layers that the user asked to keep.</param>
    public ForwardGraph ToForwardGraph(IReadOnlyList<string> keep)
    {
        var recording = Main;
        var places = recording.Layers
            .Select(static (layer, i) => (layer.Module, i))
            .ToDictionary(
                static pair => pair.Module, static pair => pair.i, ReferenceEqualityComparer.Instance as IEqualityComparer<nn.Module>);
        return new ForwardGraph(
            Inputs.ToEquatableArray(),
            recording.Layers.Select(static layer => layer.Description).ToEquatableArray(),
            recording.Operations.Select(operation => ToOperation(operation, places)).ToEquatableArray(),
            recording.Outputs.ToEquatableArray(),
            keep.ToEquatableArray(),
            recording.Values.Select(static value => value.Sizes.ToEquatableArray()).ToEquatableArray(),
            recording.Layers
                .Select((layer, i) => (Place: i, Reason: recording.Staying.GetValueOrDefault(layer.Module)))
                .Where(static item => item.Reason is not null)
                .Select(static item => new StayingLayer(item.Place, item.Reason!))
                .ToEquatableArray());
    }

    private static Operation ToOperation(RecordedOperation operation, Dictionary<nn.Module, int> places)
        => new(
            operation.Kind,
            operation.Name,
            operation.Module is { } module && operation.Kind != OperatorKind.Opaque && places.TryGetValue(module, out var place)
                ? place
                : null,
            operation.Inputs.Select(static input => new Operand(input.Value, input.Value is null ? "number" : null)).ToEquatableArray(),
            operation.Output,
            operation.Arguments.Select(ToArgument).ToEquatableArray(),
            operation.Outputs);

    private static Argument ToArgument(object? value) => new(
        string.Empty,
        value switch
        {
            bool truth => truth ? 1 : 0,
            long[] sizes => sizes.Length > 0 && sizes.Distinct().Count() == 1 ? sizes[0] : null,
            _ => Numbers.Long(value),
        });
}
