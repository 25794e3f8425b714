using System.ComponentModel;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Adds a recorded model to an ONNX graph, operation by operation. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordedExport
{
    /// <summary>
    /// Records the model again, unless this export has just done so, since its weights may have changed, and adds what it computes.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="graph">Where to add it.</param>
    /// <param name="inputs">One value for each input.</param>
    /// <returns>What forward returns.</returns>
    /// <exception cref="OnnxExportException">A step cannot be expressed, or a dimension that is open is fixed by the code.</exception>
    public static IReadOnlyList<OnnxValue> AddTo(RecordedModel model, OnnxGraph graph, IReadOnlyList<OnnxValue> inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(inputs);

        if (inputs.Count == 0)
        {
            throw new OnnxExportException("The model's forward takes no tensor: what it returns is a constant, and a file of it is no model.");
        }

        if (!graph.IsRecordedNow)
        {
            WeightTypes.Run(
                model.Model,
                model.Inputs.Zip(inputs, static (name, input) => (name, input.ElementType)),
                () => model.RecordAgain(
                    [.. inputs.Zip(model.Examples, (input, example) => ExampleType(model.Model, graph, input, example))]));
        }

        if (model.Graph.First.Outputs.Count == 0)
        {
            throw new OnnxExportException(
                "No tensor is found in what the model's forward returns: let it return tensors, or lists, tuples or dictionaries of them.");
        }

        var recorded = Open(model, inputs);
        Check(recorded, graph, inputs);
        var needed = Needed(recorded.Main);
        var writer = new RecordedOperations(graph, recorded);
        for (var i = 0; i < inputs.Count; i++)
        {
            writer.Values[i] = inputs[i];
        }

        for (var i = 0; i < recorded.Main.Operations.Count; i++)
        {
            if (needed[i])
            {
                writer.Add(i);
            }
        }

        return [.. recorded.Main.Outputs.Select(output => writer.Values[output])];
    }

    // A model that was moved since it was recorded is recorded again in its new type.
    private static ScalarType? ExampleType(nn.Module model, OnnxGraph graph, OnnxValue input, Tensor example)
        => !input.ElementType.IsFloating() || !example.is_floating_point() ? null
            : graph.IsOfOneType ? WeightTypes.Only(model) : OnnxElementTypes.ScalarTypeOf(input.ElementType);

    /// <summary>Records a model that must be and has not been, with inputs as they are described.</summary>
    /// <returns>Whether it was.</returns>
    internal static bool RecordFrom(IOnnxExportable model, IReadOnlyList<OnnxInput> inputs, OnnxExportOptions? options)
    {
        if (model is not IRecordedModel { IsRecorded: false } recorded)
        {
            return false;
        }

        var batch = options?.BatchSymbol ?? new OnnxExportOptions().BatchSymbol;
        using var scope = NewDisposeScope();
        var module = (nn.Module)model;
        var type = options?.ElementType is null ? null : WeightTypes.Only(module);
        WeightTypes.Run(
            module,
            inputs.Select(static (input, i) => ($"{i}", input.ElementType)),
            () => recorded.RecordInputs([.. inputs.Select(input => Example(input, batch, type))]));
        return true;
    }

    private static Tensor Example(OnnxInput input, string batch, ScalarType? floating)
    {
        // Two samples: of one, a batch could be taken for a dimension that is repeated.
        long[] sizes = [.. input.Shape.Select(dimension => dimension.Value
            ?? (dimension == OnnxInput.Batch || dimension.Symbol == batch ? 2
                : throw new OnnxExportException(
                    $"The model is recorded when it runs, and the size '{dimension}' of an input is open: call its Record with an example first.")))];
        var type = OnnxElementTypes.ScalarTypeOf(input.ElementType);
        return input.ElementType.IsFloating() ? randn(sizes).to(floating ?? type) : zeros(sizes, type);
    }

    // The batch is open by itself; a height and a width that are described as open are recorded with other sizes too.
    private static RecordedGraph Open(RecordedModel model, IReadOnlyList<OnnxValue> inputs)
    {
        var open = (from input in Enumerable.Range(0, Math.Min(inputs.Count, model.Graph.Inputs.Count))
                    from dimension in Enumerable.Range(1, Math.Max(0, inputs[input].Rank - 1))
                    where !inputs[input].Shape[dimension].IsStatic && dimension < model.Graph.First.Values[input].Sizes.Length
                    select (input, dimension)).ToArray();
        if (open.Length == 0)
        {
            return model.Graph;
        }

        try
        {
            return model.RecordWith(open);
        }
        catch (InvalidOperationException isFixed)
        {
            throw new OnnxExportException(
                $"A dimension that is described as open is fixed by the code: {isFixed.Message}. Describe it with its size.", isFixed);
        }
    }

    private static void Check(RecordedGraph recorded, OnnxGraph graph, IReadOnlyList<OnnxValue> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            var sizes = recorded.First.Values[i].Sizes;
            var (input, name) = (inputs[i], recorded.Inputs[i]);
            if (input.Rank != sizes.Length)
            {
                throw new OnnxExportException(
                    $"Input {name} was recorded with {sizes.Length} dimensions, and is described with {input.Rank}: {input}.");
            }

            if (input.ElementType != graph.TypeOf(OnnxElementTypes.Of(recorded.First.Values[i].Type)))
            {
                throw new OnnxExportException(
                    $"Input {name} was recorded as {OnnxElementTypes.Of(recorded.First.Values[i].Type)}, and is described as {input.ElementType}.");
            }

            for (var d = 0; d < sizes.Length; d++)
            {
                var isOpen = recorded.Second is { } second && second.Values[i].Sizes[d] != sizes[d];
                if (input.Shape[d].Value is { } size ? size != sizes[d] && !isOpen : !isOpen)
                {
                    var why = d == 0 && recorded.FixedBatch is { } reason ? $" ({reason})" : string.Empty;
                    throw new OnnxExportException(
                        $"Dimension {d} of input {name} is {sizes[d]} in the recording{why}, and {input.Shape[d]} here. Describe it as {sizes[d]}, or record the model with an example of the size that is wanted.");
                }
            }
        }
    }

    // What the outputs depend on: the rest, such as a value that is only printed, need not be in the file.
    private static bool[] Needed(Recording.Recording recording)
    {
        var values = new HashSet<int>(recording.Outputs);
        var needed = new bool[recording.Operations.Count];
        for (var i = needed.Length - 1; i >= 0; i--)
        {
            var operation = recording.Operations[i];
            var readsOut = operation is { Kind: OperatorKind.Opaque, Outputs: 0 };
            if (readsOut || Enumerable.Range(operation.Output, operation.Outputs).Any(values.Contains))
            {
                needed[i] = true;
                values.UnionWith(
                    operation.Inputs
                        .Skip(operation.Kind == OperatorKind.Overwrite ? 1 : 0)
                        .Where(static input => input.Value is not null)
                        .Select(static input => input.Value!.Value));
            }
        }

        return needed;
    }
}
