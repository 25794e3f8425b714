using System.Numerics;

namespace TorchSharp;

/// <summary>A function of two numbers, for every type of numbers.</summary>
internal interface INumberBinary
{
    void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged, INumber<T>;
}
