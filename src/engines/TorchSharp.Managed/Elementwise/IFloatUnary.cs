using System.Numerics;

namespace TorchSharp;

/// <summary>A function of one floating point number, for every floating point type.</summary>
internal interface IFloatUnary
{
    void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
