using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>Makes the parameter that takes another's place.</summary>
internal static class Replacement
{
    /// <summary>A parameter over <paramref name="values"/>, trained if and only if the old one was.</summary>
    /// <param name="old">The parameter that leaves.</param>
    /// <param name="values">Its values from now on; taken over.</param>
    public static Parameter Of(Parameter old, Tensor values) => new(values, old.requires_grad);

    /// <summary>A parameter for another layer, over a copy when the values are still the old parameter's own.</summary>
    /// <param name="old">The parameter that leaves with its layer.</param>
    /// <param name="values">Its values from now on; taken over, unless they are the old parameter itself.</param>
    public static Parameter Moved(Parameter old, Tensor values) => new(ReferenceEquals(values, old) ? values.detach().clone() : values, old.requires_grad);
}
