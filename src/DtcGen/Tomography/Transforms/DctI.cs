using System.Buffers;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The orthonormal discrete cosine transform of type I, Ψ in arXiv 2505.23869: symmetric, its own inverse,
/// Ψ[k,j] = √(2/(n−1))·w[k]·w[j]·cos(πkj/(n−1)) with w = 1/√2 at either end and 1 between. Takes
/// O(n log n) for every length; for n = 1 it is the identity, for n = 2 it is [[1, 1], [1, −1]]/√2.
/// </summary>
/// <remarks>
/// A DCT-I of n numbers is folded into a real Fourier transform of n − 1 numbers, two rows into the real
/// and imaginary parts of one complex transform, and as many pairs of rows as a vector register has lanes
/// are transformed at once.
/// </remarks>
internal sealed class DctI
{
    private readonly int _intervals;
    private readonly ChirpTransform? _fourier;
    private readonly double[] _sine = [];
    private readonly double[] _cosine = [];

    /// <summary>Prepares transforms of one length.</summary>
    /// <param name="length">How many numbers a transform takes, at least 1.</param>
    public DctI(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        _intervals = length - 1;
        if (_intervals == 0)
        {
            return;
        }

        _fourier = new ChirpTransform(_intervals);
        _sine = new double[length];
        _cosine = new double[length];
        for (var j = 0; j < length; j++)
        {
            (_sine[j], _cosine[j]) = Math.SinCos(Math.PI * j / _intervals);
        }
    }

    /// <summary>How many numbers a transform takes.</summary>
    public int Length { get; }

    /// <summary>Transforms one vector in place.</summary>
    /// <param name="values"><see cref="Length"/> numbers.</param>
    public void Transform(Span<double> values) => TransformRows(values, 1);

    /// <summary>Transforms every row of a row-major matrix in place.</summary>
    /// <param name="rows"><paramref name="count"/> × <see cref="Length"/> numbers.</param>
    /// <param name="count">How many rows there are.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> has another size.</exception>
    public void TransformRows(Span<double> rows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (rows.Length != (long)count * Length)
        {
            throw new ArgumentException(
                $"A transform of {count} rows of length {Length} takes {(long)count * Length} numbers, not {rows.Length}.", nameof(rows));
        }

        if (_fourier is null || count == 0)
        {
            return;
        }

        var size = _fourier.WorkspaceLength;
        var real = ArrayPool<double>.Shared.Rent(size);
        var imaginary = ArrayPool<double>.Shared.Rent(size);
        var batch = 2 * ChirpTransform.Lanes;
        for (var first = 0; first < count; first += batch)
        {
            var here = Math.Min(batch, count - first);
            TransformBatch(rows.Slice(first * Length, here * Length), here, real, imaginary);
        }

        ArrayPool<double>.Shared.Return(real);
        ArrayPool<double>.Shared.Return(imaginary);
    }

    /// <summary>Two rows go to each lane: an even one to the real part, an odd one to the imaginary part.</summary>
    private void TransformBatch(Span<double> rows, int count, double[] real, double[] imaginary)
    {
        Span<double> firstOdd = stackalloc double[2 * ChirpTransform.Lanes];
        Array.Clear(real, 0, _intervals * ChirpTransform.Lanes);
        Array.Clear(imaginary, 0, _intervals * ChirpTransform.Lanes);
        for (var row = 0; row < count; row++)
        {
            firstOdd[row] = Fold(rows.Slice(row * Length, Length), (row & 1) == 0 ? real : imaginary, row >> 1);
        }

        _fourier!.Transform(real, imaginary);
        for (var row = 0; row < count; row++)
        {
            var even = (row & 1) == 0;
            Unfold(
                rows.Slice(row * Length, Length),
                even ? real : imaginary,
                even ? imaginary : real,
                even ? -0.5 : 0.5,
                row >> 1,
                firstOdd[row]);
        }
    }

    /// <summary>
    /// Writes the sequence whose real Fourier transform holds the even coefficients and the differences of
    /// the odd ones; returns the first odd coefficient, from which the differences start.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Fold(ReadOnlySpan<double> row, double[] target, int lane)
    {
        const int Lanes = ChirpTransform.Lanes;
        var first = Math.Sqrt(2) * row[0];
        var last = Math.Sqrt(2) * row[_intervals];
        target[lane] = 0.5 * (first + last);
        var firstOdd = 0.5 * (first - last);
        for (var j = 1; j < _intervals; j++)
        {
            var near = row[j];
            var far = row[_intervals - j];
            firstOdd += near * _cosine[j];
            target[(j * Lanes) + lane] = (0.5 * (near + far)) - (_sine[j] * (near - far));
        }

        return firstOdd;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unfold(Span<double> row, double[] same, double[] other, double otherSign, int lane, double firstOdd)
    {
        const int Lanes = ChirpTransform.Lanes;
        var scale = Math.Sqrt(2.0 / _intervals);
        var odd = firstOdd;
        row[0] = same[lane] * scale;
        row[1] = odd * scale;
        for (var k = 1; 2 * k <= _intervals; k++)
        {
            var at = (k * Lanes) + lane;
            var mirrored = ((_intervals - k) * Lanes) + lane;
            row[2 * k] = 0.5 * (same[at] + same[mirrored]) * scale;
            if ((2 * k) + 1 <= _intervals)
            {
                odd += otherSign * (other[at] - other[mirrored]);
                row[(2 * k) + 1] = odd * scale;
            }
        }

        row[0] *= Math.Sqrt(0.5);
        row[_intervals] *= Math.Sqrt(0.5);
    }
}
