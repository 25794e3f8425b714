using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// The type and shape of every value in a model, inferred node by node from its inputs, its stored tensors and what the
/// file itself declares.
/// </summary>
/// <remarks>
/// A dimension that only the run can tell has a symbol: the file's own name for it (<c>batch</c>), an expression of such
/// names, or <c>?0</c>, <c>?1</c>, … where there is none. An operator that is not known gives nothing; its outputs have
/// a shape only where the file declares one. Bodies of <c>If</c>, <c>Loop</c> and <c>Scan</c> and local functions are gone
/// through with what is known of their inputs. A rule that fails leaves its node's outputs unknown, and no others.
/// </remarks>
public sealed class OnnxShapes
{
    private readonly IReadOnlyDictionary<string, KnownValue> _known;

    private OnnxShapes(ShapeInference inference) => (_known, Nodes) = inference.Run();

    /// <summary>What was found out about the model's nodes, in their order.</summary>
    internal IReadOnlyList<NodeFacts> Nodes { get; }

    /// <summary>Infers the shapes of all values.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dimensions">Sizes for symbolic dimensions of the inputs, by name, such as <c>batch</c> → 1; null
    /// leaves all open.</param>
    public static OnnxShapes Infer(OnnxModel model, IReadOnlyDictionary<string, long>? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new OnnxShapes(new ShapeInference(model.Proto, dimensions ?? new Dictionary<string, long>()));
    }

    /// <summary>The shapes for one sample: the leading dimension of each input is 1 where it is symbolic.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dimensions">Sizes for further symbolic dimensions; null leaves them open.</param>
    public static OnnxShapes InferForOneSample(OnnxModel model, IReadOnlyDictionary<string, long>? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var all = new Dictionary<string, long>(dimensions ?? new Dictionary<string, long>(), StringComparer.Ordinal);
        foreach (var leading in model.Inputs.Where(static i => i.Rank > 0).Select(static i => i.Shape[0]))
        {
            if (leading.Symbol is { } symbol)
            {
                all.TryAdd(symbol, 1);
            }
        }

        return new OnnxShapes(new ShapeInference(model.Proto, all));
    }

    /// <summary>A value's type and shape, or null when its shape is not known.</summary>
    /// <param name="name">The value's name: an input, a stored tensor, or an output of a node.</param>
    public OnnxValue? Find(string name)
        => _known.GetValueOrDefault(name) is { Shape: { } shape } value ? new OnnxValue(name, value.ElementType, shape) : null;

    /// <summary>Whether a value is a small integer tensor that shapes are computed with, such as the target of a Reshape.</summary>
    /// <param name="name">The value's name.</param>
    public bool IsShapeArithmetic(string name) => _known.GetValueOrDefault(name)?.Contents is not null;

    internal KnownValue Known(string name) => _known.GetValueOrDefault(name) ?? KnownValue.Nothing;
}
