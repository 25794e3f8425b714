using System.Numerics;

namespace TorchSharp;

/// <summary>A function of one number, for every type of numbers.</summary>
internal interface INumberUnary
{
    void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
        where T : unmanaged, INumber<T>;
}
