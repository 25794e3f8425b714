namespace TorchSharp;

/// <summary>Random matrices with orthonormal rows or columns.</summary>
internal static class OrthogonalMatrix
{
    /// <summary>
    /// The Q of the QR decomposition of a normal matrix, with the signs that make R's diagonal positive: they make Q
    /// unique, so any way to compute it gives libtorch's matrix.
    /// </summary>
    internal static void Fill(Tensor tensor, double gain)
    {
        long rows = tensor.Sizes[0];
        long columns = rows == 0 ? 0 : tensor.numel() / rows;
        Tensor flat = torch.randn([rows, columns], tensor.dtype);
        Tensor tall = (rows < columns ? flat.t() : flat).to(ScalarType.Float64, copy: true).contiguous();
        Orthonormalize(tall);
        Tensor q = rows < columns ? tall.t() : tall;
        tensor.copy_(q.mul(gain).reshape(tensor.Impl.Sizes));
    }

    /// <summary>Gram–Schmidt over the columns, twice each, which is as orthogonal as rounding allows.</summary>
    private static unsafe void Orthonormalize(Tensor matrix)
    {
        double* a = matrix.Pointer<double>();
        int rows = (int)matrix.Sizes[0];
        int columns = (int)matrix.Sizes[1];
        for (int j = 0; j < columns; j++)
        {
            for (int round = 0; round < 2; round++)
            {
                for (int k = 0; k < j; k++)
                {
                    double along = 0;
                    for (int i = 0; i < rows; i++)
                    {
                        along += a[(i * columns) + k] * a[(i * columns) + j];
                    }

                    for (int i = 0; i < rows; i++)
                    {
                        a[(i * columns) + j] -= along * a[(i * columns) + k];
                    }
                }
            }

            double square = 0;
            for (int i = 0; i < rows; i++)
            {
                square += a[(i * columns) + j] * a[(i * columns) + j];
            }

            double length = Math.Sqrt(square);
            for (int i = 0; i < rows; i++)
            {
                a[(i * columns) + j] /= length;
            }
        }

        GC.KeepAlive(matrix);
    }
}
