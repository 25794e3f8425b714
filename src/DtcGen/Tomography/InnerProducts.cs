using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DtcGen.Tomography;

/// <summary>
/// Inner products of several vectors at once, which is where the solver's time goes: numbers stay in
/// registers while they meet each of the other side's. Vectors are padded with zeros to <see cref="Register"/>.
/// </summary>
internal static class InnerProducts
{
    /// <summary>Lengths are whole multiples of this.</summary>
    public const int Register = 8;

    /// <summary>The least number of multiplications that is worth waking other threads for.</summary>
    public const long ParallelWork = 1 << 20;

    /// <summary>The next whole multiple of <see cref="Register"/>.</summary>
    public static int Padded(int length) => (length + Register - 1) / Register * Register;

    /// <summary>
    /// The inner product of two vectors of any length, added up in an order that depends on the length alone:
    /// where the numbers lie in memory must not change a result.
    /// </summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var whole = left.Length / Register * Register;
        var sum = Single(ref MemoryMarshal.GetReference(left), ref MemoryMarshal.GetReference(right), (nuint)whole);
        for (var k = whole; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }

    /// <summary>‖vector‖².</summary>
    public static double Square(ReadOnlySpan<double> vector) => Dot(vector, vector);

    /// <summary>Rows of a matrix, <paramref name="stride"/> apart, each times one vector.</summary>
    public static void RowsTimesVector(ReadOnlySpan<double> rows, int stride, int count, ReadOnlySpan<double> vector, Span<double> products)
    {
        ref var matrix = ref MemoryMarshal.GetReference(rows);
        ref var other = ref MemoryMarshal.GetReference(vector);
        var row = 0;
        for (; row + 4 <= count; row += 4)
        {
            FourByOne(ref Unsafe.Add(ref matrix, (nint)row * stride), (nuint)stride, ref other, (nuint)vector.Length, ref products[row], products[row..(row + 4)].Length);
        }

        for (; row < count; row++)
        {
            products[row] = Single(ref Unsafe.Add(ref matrix, (nint)row * stride), ref other, (nuint)vector.Length);
        }
    }

    /// <summary>
    /// A block of the product of a matrix with its own transpose: rows first … first + rowCount − 1 against
    /// rows 0 … (same row), each <paramref name="length"/> numbers long.
    /// </summary>
    public static void LowerProducts(
        ReadOnlySpan<double> rows, int stride, int length, int first, int rowCount, Span<double> result, int resultStride)
    {
        for (var i = first; i < first + rowCount; i += 4)
        {
            var high = Math.Min(4, first + rowCount - i);
            for (var j = 0; j < i + high; j += 4)
            {
                Block(rows, stride, i, high, rows, stride, j, Math.Min(4, first + rowCount - j), length, result, resultStride, subtract: false);
            }
        }
    }

    /// <summary>Up to 4 × 4 inner products, stored in or subtracted from <paramref name="result"/> at (i, j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ReadOnlySpan<double> left, int leftStride, int i, int high, ReadOnlySpan<double> right, int rightStride, int j, int wide, int length, Span<double> result, int resultStride, bool subtract)
    {
        if (high == 4 && wide == 4)
        {
            FourByFour(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(left), (nint)i * leftStride),
                (nuint)leftStride,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(right), (nint)j * rightStride),
                (nuint)rightStride,
                (nuint)length,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(result), ((nint)i * resultStride) + j),
                resultStride,
                subtract);
            return;
        }

        for (var a = 0; a < high; a++)
        {
            for (var b = 0; b < wide; b++)
            {
                var product = Single(
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(left), (nint)(i + a) * leftStride),
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(right), (nint)(j + b) * rightStride),
                    (nuint)length);
                ref var target = ref result[((i + a) * resultStride) + j + b];
                target = subtract ? target - product : product;
            }
        }
    }

    /// <summary>Adds a combination of columns: result += Σ weights[k]·column k.</summary>
    public static void AddScaled(ReadOnlySpan<double> column, double weight, Span<double> result)
    {
        ref var from = ref MemoryMarshal.GetReference(column);
        ref var to = ref MemoryMarshal.GetReference(result);
        var factor = Vector512.Create(weight);
        for (nuint k = 0; k < (nuint)column.Length; k += Register)
        {
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from, k), factor, Vector512.LoadUnsafe(ref to, k)).StoreUnsafe(ref to, k);
        }
    }

    private static void FourByOne(ref double rows, nuint stride, ref double other, nuint length, ref double products, int count)
    {
        var (s0, s1, s2, s3) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (nuint k = 0; k < length; k += Register)
        {
            var v = Vector512.LoadUnsafe(ref other, k);
            s0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref rows, k), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref rows, stride + k), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref rows, (2 * stride) + k), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref rows, (3 * stride) + k), v, s3);
        }

        SumOfEach(s0, s1, s2, s3).StoreUnsafe(ref products);
    }

    private static double Single(ref double left, ref double right, nuint length)
    {
        var sum = Vector512<double>.Zero;
        for (nuint k = 0; k < length; k += Register)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref left, k), Vector512.LoadUnsafe(ref right, k), sum);
        }

        return SumOfEach(sum, sum, sum, sum).ToScalar();
    }

    private static void FourByFour(
        ref double left, nuint leftStride, ref double right, nuint rightStride, nuint length, ref double result, int resultStride, bool subtract)
    {
        var (s00, s01, s02, s03) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var (s10, s11, s12, s13) = (s00, s00, s00, s00);
        var (s20, s21, s22, s23) = (s00, s00, s00, s00);
        var (s30, s31, s32, s33) = (s00, s00, s00, s00);
        for (nuint k = 0; k < length; k += Register)
        {
            var r0 = Vector512.LoadUnsafe(ref right, k);
            var r1 = Vector512.LoadUnsafe(ref right, rightStride + k);
            var r2 = Vector512.LoadUnsafe(ref right, (2 * rightStride) + k);
            var r3 = Vector512.LoadUnsafe(ref right, (3 * rightStride) + k);
            var l = Vector512.LoadUnsafe(ref left, k);
            s00 = Vector512.FusedMultiplyAdd(l, r0, s00);
            s01 = Vector512.FusedMultiplyAdd(l, r1, s01);
            s02 = Vector512.FusedMultiplyAdd(l, r2, s02);
            s03 = Vector512.FusedMultiplyAdd(l, r3, s03);
            l = Vector512.LoadUnsafe(ref left, leftStride + k);
            s10 = Vector512.FusedMultiplyAdd(l, r0, s10);
            s11 = Vector512.FusedMultiplyAdd(l, r1, s11);
            s12 = Vector512.FusedMultiplyAdd(l, r2, s12);
            s13 = Vector512.FusedMultiplyAdd(l, r3, s13);
            l = Vector512.LoadUnsafe(ref left, (2 * leftStride) + k);
            s20 = Vector512.FusedMultiplyAdd(l, r0, s20);
            s21 = Vector512.FusedMultiplyAdd(l, r1, s21);
            s22 = Vector512.FusedMultiplyAdd(l, r2, s22);
            s23 = Vector512.FusedMultiplyAdd(l, r3, s23);
            l = Vector512.LoadUnsafe(ref left, (3 * leftStride) + k);
            s30 = Vector512.FusedMultiplyAdd(l, r0, s30);
            s31 = Vector512.FusedMultiplyAdd(l, r1, s31);
            s32 = Vector512.FusedMultiplyAdd(l, r2, s32);
            s33 = Vector512.FusedMultiplyAdd(l, r3, s33);
        }

        StoreRow(SumOfEach(s00, s01, s02, s03), ref result, subtract);
        StoreRow(SumOfEach(s10, s11, s12, s13), ref Unsafe.Add(ref result, resultStride), subtract);
        StoreRow(SumOfEach(s20, s21, s22, s23), ref Unsafe.Add(ref result, 2 * resultStride), subtract);
        StoreRow(SumOfEach(s30, s31, s32, s33), ref Unsafe.Add(ref result, 3 * resultStride), subtract);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(Vector256<double> products, ref double target, bool subtract)
    {
        if (subtract)
        {
            products = Vector256.LoadUnsafe(ref target) - products;
        }

        products.StoreUnsafe(ref target);
    }

    /// <summary>The sums of four registers, side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumOfEach(Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3)
    {
        var h0 = s0.GetLower() + s0.GetUpper();
        var h1 = s1.GetLower() + s1.GetUpper();
        var h2 = s2.GetLower() + s2.GetUpper();
        var h3 = s3.GetLower() + s3.GetUpper();
        var q0 = h0.GetLower() + h0.GetUpper();
        var q1 = h1.GetLower() + h1.GetUpper();
        var q2 = h2.GetLower() + h2.GetUpper();
        var q3 = h3.GetLower() + h3.GetUpper();
        return Vector256.Create(
            Vector128.Create(q0.ToScalar() + q0.GetElement(1), q1.ToScalar() + q1.GetElement(1)),
            Vector128.Create(q2.ToScalar() + q2.GetElement(1), q3.ToScalar() + q3.GetElement(1)));
    }
}
