using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>A function of one number and its derivative.</summary>
internal interface IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The function.</summary>
    T Value(T x);

    /// <summary>Its derivative.</summary>
    T Slope(T x);
}
