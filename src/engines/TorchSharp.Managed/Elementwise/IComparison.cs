using System.Numerics;

namespace TorchSharp;

/// <summary>A relation of two numbers, for every type of numbers.</summary>
internal interface IComparison
{
    bool Holds<T>(T x, T y)
        where T : unmanaged, INumber<T>;
}
