using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp;

/// <summary>Conversions between element types.</summary>
internal static class Casts
{
    /// <summary>The tensor itself if it has the type, else a cast copy; for kernels, outside the graph.</summary>
    internal static Tensor Same(Tensor x, ScalarType dtype)
    {
        if (x.dtype == dtype)
        {
            return x;
        }

        Tensor result = x.EmptyLike(Dtype.Checked(dtype));
        Convert(result, x);
        return result;
    }

    /// <summary>A cast copy, or another handle if the type is already right and no copy is asked for.</summary>
    internal static Tensor To(Tensor x, ScalarType dtype, bool copy = false)
    {
        if (x.dtype == dtype)
        {
            return copy ? Copies.Clone(x) : x.alias();
        }

        Tensor result = Same(x, dtype);
        return Dtype.IsFloating(dtype) && Node.IsNeeded(x) ? new CastNode(x).Record(result) : result;
    }

    private static void Convert(Tensor result, Tensor x)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: From<float>(result, x); break;
            case ScalarType.Float64: From<double>(result, x); break;
            case ScalarType.Int64: From<long>(result, x); break;
            case ScalarType.Int32: From<int>(result, x); break;
            case ScalarType.Int16: From<short>(result, x); break;
            case ScalarType.Int8: From<sbyte>(result, x); break;
            default: From<byte>(result, x); break;
        }
    }

    private static void From<TIn>(Tensor result, Tensor x)
        where TIn : unmanaged, INumber<TIn>
    {
        switch (result.dtype)
        {
            case ScalarType.Float32: Elements.Unary<TIn, float, CastKernel<TIn, float>>(result, x, default); break;
            case ScalarType.Float64: Elements.Unary<TIn, double, CastKernel<TIn, double>>(result, x, default); break;
            case ScalarType.Int64: Elements.Unary<TIn, long, CastKernel<TIn, long>>(result, x, default); break;
            case ScalarType.Int32: Elements.Unary<TIn, int, CastKernel<TIn, int>>(result, x, default); break;
            case ScalarType.Int16: Elements.Unary<TIn, short, CastKernel<TIn, short>>(result, x, default); break;
            case ScalarType.Int8: Elements.Unary<TIn, sbyte, CastKernel<TIn, sbyte>>(result, x, default); break;
            case ScalarType.Byte: Elements.Unary<TIn, byte, CastKernel<TIn, byte>>(result, x, default); break;
            default: Elements.Unary<TIn, byte, TruthKernel<TIn>>(result, x, default); break;
        }
    }

    private readonly struct CastKernel<TIn, TOut> : IUnaryKernel<TIn, TOut>
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        public void Apply(ReadOnlySpan<TIn> x, Span<TOut> result) => TensorPrimitives.ConvertTruncating(x, result);
    }

    private readonly struct TruthKernel<TIn> : IUnaryKernel<TIn, byte>
        where TIn : unmanaged, INumber<TIn>
    {
        public void Apply(ReadOnlySpan<TIn> x, Span<byte> result)
        {
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = x[i] != TIn.Zero ? (byte)1 : (byte)0;
            }
        }
    }

    private sealed class CastNode(Tensor x) : Node("ToCopyBackward0", x)
    {
        private readonly ScalarType dtype = x.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => inputGrads[0] = Same(grad, dtype);
    }
}
