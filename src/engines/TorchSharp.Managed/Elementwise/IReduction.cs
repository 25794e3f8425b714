using System.Numerics;

namespace TorchSharp;

/// <summary>Folds many numbers of one type into one.</summary>
internal interface IReduction
{
    /// <summary>What folding nothing gives.</summary>
    T Identity<T>()
        where T : unmanaged, INumber<T>;

    /// <summary>Folds a run.</summary>
    T Fold<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T>;

    /// <summary>Joins two results.</summary>
    T Join<T>(T x, T y)
        where T : unmanaged, INumber<T>;

    /// <summary>Joins each element of a row to the result beside it.</summary>
    void JoinRows<T>(ReadOnlySpan<T> row, Span<T> results)
        where T : unmanaged, INumber<T>;
}
