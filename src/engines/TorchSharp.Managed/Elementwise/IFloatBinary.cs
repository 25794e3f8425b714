using System.Numerics;

namespace TorchSharp;

/// <summary>A function of two floating point numbers, for every floating point type.</summary>
internal interface IFloatBinary
{
    void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
