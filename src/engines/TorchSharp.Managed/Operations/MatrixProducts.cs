using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>Matrix products. Transposed operands are passed on as transposed, not copied.</summary>
internal static unsafe class MatrixProducts
{
    /// <summary>Rows of x times columns of y.</summary>
    internal static Tensor Mm(Tensor x, Tensor y, string operation = "mm")
    {
        if (x.Rank != 2 || y.Rank != 2)
        {
            throw TorchError.Of($"{operation}: self and mat2 must be matrices, but have the shapes {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        RequireTypes(x, y);
        if (x.Sizes[1] != y.Sizes[0])
        {
            throw TorchError.Of($"mat1 and mat2 shapes cannot be multiplied ({x.Sizes[0]}x{x.Sizes[1]} and {y.Sizes[0]}x{y.Sizes[1]}): {operation} of {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        Tensor result = Tensor.Empty([x.Sizes[0], y.Sizes[1]], x.dtype);
        Multiply(result, x, y);
        return Node.IsNeeded(x, y) ? new ProductNode("MmBackward0", x, y).Record(result) : result;
    }

    /// <summary>The products of two batches of matrices.</summary>
    internal static Tensor Bmm(Tensor x, Tensor y)
    {
        if (x.Rank != 3 || y.Rank != 3)
        {
            throw TorchError.Of($"bmm: batch1 and batch2 must be 3D tensors, but have the shapes {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        RequireTypes(x, y);
        if (x.Sizes[0] != y.Sizes[0] || x.Sizes[2] != y.Sizes[1])
        {
            throw TorchError.Of($"Expected size for first two dimensions of batch2 tensor to be: [{x.Sizes[0]}, {x.Sizes[2]}] but got: [{y.Sizes[0]}, {y.Sizes[1]}]: bmm of {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        Tensor result = Tensor.Empty([x.Sizes[0], x.Sizes[1], y.Sizes[2]], x.dtype);
        Multiply(result, x, y);
        return Node.IsNeeded(x, y) ? new ProductNode("BmmBackward0", x, y).Record(result) : result;
    }

    /// <summary>The product of any ranks: vectors, matrices and broadcast batches of matrices.</summary>
    internal static Tensor Matmul(Tensor x, Tensor y)
    {
        if (x.Rank == 0 || y.Rank == 0)
        {
            throw TorchError.Of($"both arguments to matmul need to be at least 1D, but they have the shapes {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        if (x.Rank == 2 && y.Rank == 2)
        {
            return Mm(x, y, "matmul");
        }

        using Scratch scratch = Scratch.Begin();
        if (x.Rank == 1 && y.Rank == 1)
        {
            return scratch.Keep(Dot(x, y));
        }

        Tensor a = x.Rank == 1 ? Views.Unsqueeze(x, 0) : x;
        Tensor b = y.Rank == 1 ? Views.Unsqueeze(y, 1) : y;
        Tensor product = a.Rank == 2 && b.Rank == 2 ? Mm(a, b, "matmul") : Batched(a, b);
        product = y.Rank == 1 ? Views.Squeeze(product, -1) : product;
        product = x.Rank == 1 ? Views.Squeeze(product, y.Rank == 1 ? -1 : -2) : product;
        return scratch.Keep(product);
    }

    internal static Tensor Dot(Tensor x, Tensor y)
    {
        if (x.Rank != 1 || y.Rank != 1 || x.numel() != y.numel())
        {
            throw new InvalidOperationException($"dot arguments must have the same shape, with one dimension, but have {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}: dot, or matmul of vectors.");
        }

        using Scratch scratch = Scratch.Begin();
        RequireTypes(x, y);
        return scratch.Keep(Reductions.Sum(Arithmetic.Multiply(x, y), [], type: x.dtype));
    }

    internal static Tensor Outer(Tensor x, Tensor y)
    {
        if (x.Rank != 1 || y.Rank != 1)
        {
            throw TorchError.Of($"outer: Expected 1-D arguments, but got the shapes {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Arithmetic.Multiply(Views.Unsqueeze(x, 1), y));
    }

    private static Tensor Batched(Tensor x, Tensor y)
    {
        long k = x.Sizes[^1];
        if (k != y.Sizes[^2])
        {
            throw TorchError.Of($"matmul: shapes {TensorShape.Describe(x.Sizes)} and {TensorShape.Describe(y.Sizes)} cannot be multiplied ({x.Sizes[^2]}x{k} and {y.Sizes[^2]}x{y.Sizes[^1]})");
        }

        // Many matrices times one is one product of a taller matrix.
        if (y.Rank == 2)
        {
            Tensor tall = Mm(Views.Reshaped(x, [TensorShape.Count(x.Sizes[..^1]), k]), y, "matmul");
            return Views.Reshaped(tall, [.. x.Sizes[..^1], y.Sizes[1]]);
        }

        long[] batch = TensorShape.Broadcast(x.Sizes[..^2], y.Sizes[..^2], "matmul");
        long count = TensorShape.Count(batch);
        Tensor a = Views.Reshaped(Views.Expand(x, [.. batch, x.Sizes[^2], k]), [count, x.Sizes[^2], k]);
        Tensor b = Views.Reshaped(Views.Expand(y, [.. batch, k, y.Sizes[^1]]), [count, k, y.Sizes[^1]]);
        return Views.Reshaped(Bmm(a, b), [.. batch, x.Sizes[^2], y.Sizes[^1]]);
    }

    private static void RequireTypes(Tensor x, Tensor y)
    {
        if (x.dtype != y.dtype)
        {
            throw TorchError.Of($"expected m1 and m2 to have the same dtype, but got: {TorchError.DtypeName(x.dtype).ToLowerInvariant()} != {TorchError.DtypeName(y.dtype).ToLowerInvariant()}");
        }
    }

    /// <summary>result = x·y for matrices or equally many matrices; the result is contiguous.</summary>
    private static void Multiply(Tensor result, Tensor x, Tensor y)
    {
        if (!Dtype.IsFloating(x.dtype))
        {
            MultiplyIntegers(result, x, y);
            return;
        }

        using Scratch scratch = Scratch.Begin();
        (Tensor a, bool transposeA, nint lda) = Operand(x);
        (Tensor b, bool transposeB, nint ldb) = Operand(y);
        nint m = (nint)result.Sizes[^2];
        nint n = (nint)result.Sizes[^1];
        nint k = (nint)x.Sizes[^1];
        nint batch = result.Rank == 3 ? (nint)result.Sizes[0] : 1;
        nint strideA = a.Rank == 3 ? (nint)a.Strides[0] : 0;
        nint strideB = b.Rank == 3 ? (nint)b.Strides[0] : 0;
        if (x.dtype == ScalarType.Float32)
        {
            Gemm.MultiplyBatch(batch, transposeA, transposeB, m, n, k, a.Pointer<float>(), strideA, lda, b.Pointer<float>(), strideB, ldb, 0, result.Pointer<float>(), m * n, n);
        }
        else
        {
            Gemm.MultiplyBatch(batch, transposeA, transposeB, m, n, k, a.Pointer<double>(), strideA, lda, b.Pointer<double>(), strideB, ldb, 0, result.Pointer<double>(), m * n, n);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(result);
    }

    /// <summary>Products of integers, in their own type, by broadcasting: exact, and not meant for large matrices.</summary>
    private static void MultiplyIntegers(Tensor result, Tensor x, Tensor y)
    {
        if (x.dtype == ScalarType.Bool)
        {
            throw TorchError.Unsupported("addmm_impl_cpu_", x.dtype);
        }

        using Scratch scratch = Scratch.Begin();
        Tensor rows = Views.Unsqueeze(x, -1);
        Tensor columns = Views.Unsqueeze(y, -3);
        Copies.Copy(result, Reductions.Sum(Arithmetic.Multiply(rows, columns), [-2], type: x.dtype));
    }

    /// <summary>A matrix as the kernel reads it: by rows, or by columns as its transpose; copied only if it is neither.</summary>
    private static (Tensor Matrix, bool Transposed, nint Stride) Operand(Tensor x)
    {
        long rows = x.Sizes[^2];
        long columns = x.Sizes[^1];
        long rowStride = x.Strides[^2];
        long columnStride = x.Strides[^1];
        if ((columnStride == 1 || columns == 1) && (rowStride >= Math.Max(1, columns) || rows == 1))
        {
            return (x, false, (nint)Math.Max(rows == 1 ? columns : rowStride, 1));
        }

        if ((rowStride == 1 || rows == 1) && (columnStride >= Math.Max(1, rows) || columns == 1))
        {
            return (x, true, (nint)Math.Max(columns == 1 ? rows : columnStride, 1));
        }

        return (Copies.Contiguous(x), false, (nint)Math.Max(columns, 1));
    }

    private sealed class ProductNode : Node
    {
        private readonly SavedTensor? x;
        private readonly SavedTensor? y;

        internal ProductNode(string name, Tensor x, Tensor y)
            : base(name, x, y)
        {
            this.x = SaveIf(Needs(1), x);
            this.y = SaveIf(Needs(0), y);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            if (y is not null)
            {
                inputGrads[0] = Product(grad, Views.Transpose(y.Value, -2, -1));
            }

            if (x is not null)
            {
                inputGrads[1] = Product(Views.Transpose(x.Value, -2, -1), grad);
            }
        }

        private static Tensor Product(Tensor a, Tensor b) => a.Rank == 2 ? Mm(a, b) : Bmm(a, b);
    }
}
