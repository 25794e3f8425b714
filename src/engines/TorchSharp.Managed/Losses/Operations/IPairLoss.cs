using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>A loss of one number against another, and its derivatives.</summary>
internal interface IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The loss.</summary>
    T Value(T x, T target);

    /// <summary>Its derivative by the input.</summary>
    T InputSlope(T x, T target);

    /// <summary>Its derivative by the target.</summary>
    T TargetSlope(T x, T target);
}
