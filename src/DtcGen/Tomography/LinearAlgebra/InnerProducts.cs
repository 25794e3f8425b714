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

    /// <summary>What becomes of the numbers that products are written over.</summary>
    public enum Merge
    {
        /// <summary>They are replaced.</summary>
        Set,

        /// <summary>The products are added to them.</summary>
        Add,

        /// <summary>The products are subtracted from them.</summary>
        Subtract,
    }

    /// <summary>The next whole multiple of <see cref="Register"/>.</summary>
    public static int Padded(int length) => (length + Register - 1) / Register * Register;

    /// <summary>
    /// The inner product of two vectors of any length, added up in an order that depends on the length alone:
    /// where the numbers lie in memory must not change a result.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowsTimesVector(ReadOnlySpan<double> rows, int stride, int count, ReadOnlySpan<double> vector, Span<double> products)
    {
        ref var matrix = ref MemoryMarshal.GetReference(rows);
        ref var other = ref MemoryMarshal.GetReference(vector);
        var row = 0;
        for (; row + 4 <= count; row += 4)
        {
            ref var first = ref Unsafe.Add(ref matrix, (nint)row * stride);
            FourByOne(
                ref first,
                ref Unsafe.Add(ref first, (nint)stride),
                ref Unsafe.Add(ref first, 2 * (nint)stride),
                ref Unsafe.Add(ref first, 3 * (nint)stride),
                ref other,
                (nuint)vector.Length,
                ref MemoryMarshal.GetReference(products.Slice(row, 4)));
        }

        for (; row < count; row++)
        {
            products[row] = Single(ref Unsafe.Add(ref matrix, (nint)row * stride), ref other, (nuint)vector.Length);
        }
    }

    /// <summary>
    /// The lower triangle of the product of a matrix with another's transpose, which is symmetric. Of the entries
    /// right of the diagonal, some are overwritten.
    /// </summary>
    /// <param name="left">The matrix, row-major.</param>
    /// <param name="right">The other, as large: the same, or one whose columns are multiples of the same one's.</param>
    /// <param name="stride">The length of their rows, a whole multiple of <see cref="Register"/>.</param>
    /// <param name="count">How many rows they have.</param>
    /// <param name="result">Receives count × count numbers.</param>
    /// <param name="resultStride">The distance between its rows.</param>
    /// <param name="how">Whether the product replaces what is there.</param>
    public static void LowerProducts(
        double[] left, double[] right, int stride, int count, double[] result, int resultStride, Merge how)
    {
        const int RowsAtOnce = 16;
        Parallelize((long)count * count * stride / 2, (count + RowsAtOnce - 1) / RowsAtOnce, part =>
        {
            // The longest rows first, so that no thread is left with one at the end.
            var first = (((count - 1) / RowsAtOnce) - part) * RowsAtOnce;
            var end = Math.Min(first + RowsAtOnce, count);
            for (var j = 0; j < end; j += 4)
            {
                for (var i = Math.Max(first, j); i < end; i += 4)
                {
                    Block(left, stride, i, Math.Min(4, end - i), right, stride, j, Math.Min(4, end - j), stride, result, resultStride, how);
                }
            }
        });
    }

    /// <summary>Runs a body for 0 … count − 1, by several threads when there is work enough.</summary>
    /// <param name="work">How many multiplications there are in all.</param>
    /// <param name="count">How many parts.</param>
    /// <param name="body">Does a part.</param>
    public static void Parallelize(long work, int count, Action<int> body)
    {
        if (work < ParallelWork)
        {
            for (var i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        Parallel.For(0, count, body);
    }

    /// <summary>Up to 4 × 4 inner products, merged into <paramref name="result"/> at (i, j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ReadOnlySpan<double> left,
        int leftStride,
        int i,
        int high,
        ReadOnlySpan<double> right,
        int rightStride,
        int j,
        int wide,
        int length,
        Span<double> result,
        int resultStride,
        Merge how)
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
                how);
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
                target = how switch
                {
                    Merge.Add => target + product,
                    Merge.Subtract => target - product,
                    _ => product,
                };
            }
        }
    }

    /// <summary>result += weight·column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>result += weight·vector + otherWeight·other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(
        ReadOnlySpan<double> vector, double weight, ReadOnlySpan<double> other, double otherWeight, Span<double> result)
    {
        ref var first = ref MemoryMarshal.GetReference(vector);
        ref var second = ref MemoryMarshal.GetReference(other);
        ref var to = ref MemoryMarshal.GetReference(result);
        var (factor, otherFactor) = (Vector512.Create(weight), Vector512.Create(otherWeight));
        for (nuint k = 0; k < (nuint)vector.Length; k += Register)
        {
            var sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref first, k), factor, Vector512.LoadUnsafe(ref to, k));
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref second, k), otherFactor, sum).StoreUnsafe(ref to, k);
        }
    }

    /// <summary>result += Σ weights[i]·vector i, for four vectors, so that the result is read and written once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFourScaled(
        ReadOnlySpan<double> v0,
        ReadOnlySpan<double> v1,
        ReadOnlySpan<double> v2,
        ReadOnlySpan<double> v3,
        ReadOnlySpan<double> weights,
        Span<double> result)
    {
        ref var from0 = ref MemoryMarshal.GetReference(v0);
        ref var from1 = ref MemoryMarshal.GetReference(v1);
        ref var from2 = ref MemoryMarshal.GetReference(v2);
        ref var from3 = ref MemoryMarshal.GetReference(v3);
        ref var to = ref MemoryMarshal.GetReference(result);
        var (w0, w1, w2, w3) = (Vector512.Create(
            weights[0]), Vector512.Create(weights[1]), Vector512.Create(weights[2]), Vector512.Create(weights[3]));
        for (nuint k = 0; k < (nuint)result.Length; k += Register)
        {
            var sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from0, k), w0, Vector512.LoadUnsafe(ref to, k));
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from1, k), w1, sum);
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from2, k), w2, sum);
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from3, k), w3, sum).StoreUnsafe(ref to, k);
        }
    }

    /// <summary>Four vectors against one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByOne(
        ref double v0, ref double v1, ref double v2, ref double v3, ref double other, nuint length, ref double products)
    {
        var (s0, s1, s2, s3) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (nuint k = 0; k < length; k += Register)
        {
            var v = Vector512.LoadUnsafe(ref other, k);
            s0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref v0, k), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref v1, k), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref v2, k), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref v3, k), v, s3);
        }

        SumOfEach(s0, s1, s2, s3).StoreUnsafe(ref products);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Single(ref double left, ref double right, nuint length)
    {
        var sum = Vector512<double>.Zero;
        for (nuint k = 0; k < length; k += Register)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref left, k), Vector512.LoadUnsafe(ref right, k), sum);
        }

        return SumOfEach(sum, sum, sum, sum).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByFour(
        ref double left,
        nuint leftStride,
        ref double right,
        nuint rightStride,
        nuint length,
        ref double result,
        int resultStride,
        Merge how)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            FourByFourOfHalves(ref left, leftStride, ref right, rightStride, length, ref result, resultStride, how);
            return;
        }

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

        StoreRow(SumOfEach(s00, s01, s02, s03), ref result, how);
        StoreRow(SumOfEach(s10, s11, s12, s13), ref Unsafe.Add(ref result, resultStride), how);
        StoreRow(SumOfEach(s20, s21, s22, s23), ref Unsafe.Add(ref result, 2 * resultStride), how);
        StoreRow(SumOfEach(s30, s31, s32, s33), ref Unsafe.Add(ref result, 3 * resultStride), how);
    }

    /// <summary>The same, number for number, where a register is half as long: 2 × 2 at a time, which fit its registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByFourOfHalves(
        ref double left,
        nuint leftStride,
        ref double right,
        nuint rightStride,
        nuint length,
        ref double result,
        int resultStride,
        Merge how)
    {
        const int Half = Register / 2;
        for (nuint i = 0; i < 4; i += 2)
        {
            for (nuint j = 0; j < 4; j += 2)
            {
                ref var l0 = ref Unsafe.Add(ref left, i * leftStride);
                ref var l1 = ref Unsafe.Add(ref l0, leftStride);
                ref var r0 = ref Unsafe.Add(ref right, j * rightStride);
                ref var r1 = ref Unsafe.Add(ref r0, rightStride);
                var (low00, low01, low10, low11) =
                    (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                var (high00, high01, high10, high11) = (low00, low00, low00, low00);
                for (nuint k = 0; k < length; k += Register)
                {
                    var (x0, x1) = (Vector256.LoadUnsafe(ref r0, k), Vector256.LoadUnsafe(ref r1, k));
                    var l = Vector256.LoadUnsafe(ref l0, k);
                    low00 = Vector256.FusedMultiplyAdd(l, x0, low00);
                    low01 = Vector256.FusedMultiplyAdd(l, x1, low01);
                    l = Vector256.LoadUnsafe(ref l1, k);
                    low10 = Vector256.FusedMultiplyAdd(l, x0, low10);
                    low11 = Vector256.FusedMultiplyAdd(l, x1, low11);
                    (x0, x1) = (Vector256.LoadUnsafe(ref r0, k + Half), Vector256.LoadUnsafe(ref r1, k + Half));
                    l = Vector256.LoadUnsafe(ref l0, k + Half);
                    high00 = Vector256.FusedMultiplyAdd(l, x0, high00);
                    high01 = Vector256.FusedMultiplyAdd(l, x1, high01);
                    l = Vector256.LoadUnsafe(ref l1, k + Half);
                    high10 = Vector256.FusedMultiplyAdd(l, x0, high10);
                    high11 = Vector256.FusedMultiplyAdd(l, x1, high11);
                }

                ref var target = ref Unsafe.Add(ref result, (nint)((i * (nuint)resultStride) + j));
                StorePair(SumOf(low00 + high00), SumOf(low01 + high01), ref target, how);
                StorePair(SumOf(low10 + high10), SumOf(low11 + high11), ref Unsafe.Add(ref target, resultStride), how);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(double first, double second, ref double target, Merge how)
    {
        var products = Vector128.Create(first, second);
        products = how switch
        {
            Merge.Add => Vector128.LoadUnsafe(ref target) + products,
            Merge.Subtract => Vector128.LoadUnsafe(ref target) - products,
            _ => products,
        };

        products.StoreUnsafe(ref target);
    }

    /// <summary>As <see cref="SumOfEach"/> adds up each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumOf(Vector256<double> halves)
    {
        var quarter = halves.GetLower() + halves.GetUpper();
        return quarter.ToScalar() + quarter.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(Vector256<double> products, ref double target, Merge how)
    {
        products = how switch
        {
            Merge.Add => Vector256.LoadUnsafe(ref target) + products,
            Merge.Subtract => Vector256.LoadUnsafe(ref target) - products,
            _ => products,
        };

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
