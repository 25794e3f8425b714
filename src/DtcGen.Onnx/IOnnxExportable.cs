namespace DtcGen.Onnx;

/// <summary>
/// A model that can add itself to an ONNX graph. Generated code implements it for a class marked
/// <c>[DualTomographic]</c>.
/// </summary>
public interface IOnnxExportable
{
    /// <summary>The names of <c>forward</c>'s parameters, in order; they become the names of the graph's inputs.</summary>
    IReadOnlyList<string> OnnxInputs { get; }

    /// <summary>Adds the model's nodes and initializers in forward order, as it computes in evaluation mode.</summary>
    /// <param name="graph">Where to add them.</param>
    /// <param name="inputs">One value for each of <see cref="OnnxInputs"/>.</param>
    /// <returns>The values that <c>forward</c> returns, in order.</returns>
    IReadOnlyList<OnnxValue> AddTo(OnnxGraph graph, IReadOnlyList<OnnxValue> inputs);
}
