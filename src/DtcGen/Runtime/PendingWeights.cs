using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A layer's smaller weight and bias, made and not yet in place.</summary>
/// <param name="weight">The layer's weight.</param>
/// <param name="bias">The layer's bias, or null when it has none.</param>
internal abstract class PendingWeights(Parameter weight, Parameter? bias) : IPendingLayer
{
    /// <summary>Shape (outputs, inputs, ...).</summary>
    public Tensor Weight { get; set; } = weight;

    /// <summary>Shape (outputs), or null when the layer has none.</summary>
    public Tensor? Bias { get; set; } = bias;

    /// <inheritdoc/>
    public abstract void Commit();
}
