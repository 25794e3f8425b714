using DtcGen.Runtime;

namespace DtcGen.Onnx;

/// <summary>Turns a model into ONNX.</summary>
public static class OnnxExport
{
    /// <summary>Builds the ONNX form of a model, computing as in evaluation mode whatever mode the model is in.</summary>
    /// <param name="model">The model; a class marked <c>[DualTomographic]</c> is exportable.</param>
    /// <param name="inputs">The shape and type of each input of its <c>forward</c>.</param>
    /// <param name="options">How to write it; null takes the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many inputs as <c>forward</c> has parameters, or a fact of the options cannot be written or is given twice.
    /// </exception>
    /// <exception cref="OnnxExportException">The model cannot be expressed with these inputs and options.</exception>
    public static OnnxModel Build(IOnnxExportable model, IReadOnlyList<OnnxInput> inputs, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        using var use = ModelUse.Read(model, "export");
        var isRecordedNow = RecordedExport.RecordFrom(model, inputs, options);
        var names = model.OnnxInputs;
        if (inputs.Count != names.Count)
        {
            throw new ArgumentException(
                $"forward has {names.Count} parameters ({string.Join(", ", names)}), and {inputs.Count} inputs are described.",
                nameof(inputs));
        }

        options ??= new OnnxExportOptions();
        options = options with { ModelName = options.ModelName ?? model.GetType().Name };
        var facts = ExportedFacts.Of(model, options);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var graph = new OnnxGraph(options) { IsRecordedNow = isRecordedNow };
        OnnxValue[] values = [
            .. names.Zip(inputs, (name, input) => graph.Input(name, input.ElementType, Named(input.Shape, options.BatchSymbol)))
        ];
        var outputs = model.AddTo(graph, values);
        ExportedFacts.CheckClasses(options.Classes, outputs);
        return graph.Finish(facts, outputs);
    }

    /// <summary>Builds the ONNX form of a model with one input.</summary>
    /// <param name="model">The model; a class marked <c>[DualTomographic]</c> is exportable.</param>
    /// <param name="input">The shape and type of its input.</param>
    /// <param name="options">How to write it; null takes the defaults.</param>
    /// <exception cref="ArgumentException"><c>forward</c> has more than one parameter.</exception>
    /// <exception cref="OnnxExportException">The model cannot be expressed with this input and these options.</exception>
    public static OnnxModel Build(IOnnxExportable model, OnnxInput input, OnnxExportOptions? options = null)
        => Build(model, [input], options);

    private static IReadOnlyList<OnnxDimension> Named(IReadOnlyList<OnnxDimension> shape, string batch) =>
        [.. shape.Select(d => d == OnnxInput.Batch ? batch : d)];
}
