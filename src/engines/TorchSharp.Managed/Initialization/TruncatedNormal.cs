namespace TorchSharp;

/// <summary>The normal distribution cut off at two bounds, by inverting its distribution function.</summary>
internal static class TruncatedNormal
{
    internal static void Fill(Tensor tensor, double mean, double std, double low, double high, Generator? generator)
    {
        tensor.uniform_((2 * Distribution((low - mean) / std)) - 1, (2 * Distribution((high - mean) / std)) - 1, generator);
        Tensor values = tensor.to(ScalarType.Float64, copy: true).contiguous();
        Invert(values);
        tensor.copy_(values.mul_(std * Math.Sqrt(2)).add_(mean).clamp_(low, high));
    }

    /// <summary>
    /// The inverse of the error function: Winitzki's closed form (within 2e-3), then Newton's method, which doubles
    /// the digits each time.
    /// </summary>
    internal static double InverseErrorFunction(double y)
    {
        if (!(Math.Abs(y) < 1))
        {
            return Math.Abs(y) == 1 ? double.PositiveInfinity * y : double.NaN;
        }

        const double A = 0.147;
        double log = Math.Log((1 - y) * (1 + y));
        double half = (2 / (Math.PI * A)) + (log / 2);
        double x = Math.CopySign(Math.Sqrt(Math.Sqrt((half * half) - (log / A)) - half), y);
        for (int round = 0; round < 4; round++)
        {
            x -= (Kernels.ErrorFunction.Erf(x) - y) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
        }

        return x;
    }

    private static double Distribution(double x) => (1 + Kernels.ErrorFunction.Erf(x / Math.Sqrt(2))) / 2;

    private static unsafe void Invert(Tensor values)
    {
        double* data = values.Pointer<double>();
        for (long i = 0; i < values.numel(); i++)
        {
            data[i] = InverseErrorFunction(data[i]);
        }

        GC.KeepAlive(values);
    }
}
