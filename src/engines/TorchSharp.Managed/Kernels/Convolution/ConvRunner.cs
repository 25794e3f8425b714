using System.Numerics;
using System.Runtime.Intrinsics.Arm;

namespace TorchSharp.Kernels;

/// <summary>Convolutions with vectors of one width.</summary>
internal static unsafe class ConvRunner<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Output channels of a tile: as many as leave two columns of accumulators in registers.</summary>
    private static nint TileRows => System.Runtime.Intrinsics.X86.Avx512F.VL.IsSupported || AdvSimd.IsSupported ? 12 : 6;

    public static void Forward(in ConvShape shape, T* x, T* weights, T* bias, T* y)
    {
        ConvPlane plane = ConvPlane.OfInput(shape, TOps.Width);
        ConvWeights<T> packed = ConvWeights<T>.Straight(shape, weights, plane, TileRows);
        Workers.For(shape.Images * shape.Groups, 1, new ConvProductJob<TOps, TVector, T>(plane, packed, x, bias, y));
    }

    public static void BackwardInput(in ConvShape shape, T* gradient, T* weights, T* target)
    {
        ConvPlane plane = ConvPlane.OfGradient(shape, TOps.Width);
        ConvWeights<T> packed = ConvWeights<T>.Turned(shape, weights, plane, TileRows);
        Workers.For(shape.Images * shape.Groups, 1, new ConvProductJob<TOps, TVector, T>(plane, packed, gradient, null, target));
    }

    public static void BackwardWeight(in ConvShape shape, T* x, T* gradient, T* target)
    {
        nint size = shape.OutChannels * shape.KernelSize;
        nint shares = Math.Min(shape.Images, Workers.Available * 2);
        T* partial = Scratch.Get<T>(ScratchUse.ConvolutionPartial, shares * size);
        ConvPlane plane = ConvPlane.OfInput(shape, TOps.Width);
        Workers.For(shares, 1, new ConvWeightJob<TOps, TVector, T>(shape, plane, shares, x, gradient, partial));
        RowSum(partial, shares, size, target);
    }

    private static void RowSum(T* partial, nint shares, nint size, T* target)
    {
        for (nint index = 0; index < size; index++)
        {
            T sum = partial[index];
            for (nint share = 1; share < shares; share++)
            {
                sum += partial[(share * size) + index];
            }

            target[index] = sum;
        }
    }
}
