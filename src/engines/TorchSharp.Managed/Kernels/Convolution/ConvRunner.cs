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
        => Multiply(shape, gradient: false, 1, x, weights, bias, y);

    public static void BackwardInput(in ConvShape shape, T* gradient, T* weights, T* target)
        => Multiply(shape, gradient: true, shape.StrideHeight * shape.StrideWidth, gradient, weights, null, target);

    /// <summary>Packs the weights of each part, then computes all parts image by image.</summary>
    private static void Multiply(in ConvShape shape, bool gradient, nint parts, T* source, T* weights, T* bias, T* target)
    {
        nint channels = gradient ? shape.InChannels : shape.OutChannels;
        nint depth = (gradient ? shape.GroupOut : shape.GroupIn) * shape.KernelHeight * shape.KernelWidth;
        T* packed = Scratch.Get<T>(ScratchUse.ConvolutionWeights, (shape.OutChannels * shape.KernelSize) + channels);
        nint* offsets = Scratch.Get<nint>(ScratchUse.ConvolutionOffsets, parts * 2 * depth);
        ConvPart<T>* list = (ConvPart<T>*)Scratch.Get<byte>(ScratchUse.ConvolutionParts, parts * sizeof(ConvPart<T>));
        if (bias == null)
        {
            bias = packed;
            new Span<T>(packed, checked((int)channels)).Clear();
            packed += channels;
        }

        for (nint part = 0; part < parts; part++)
        {
            ConvPlane plane = gradient
                ? ConvPlane.OfGradient(shape, TOps.Width, part / shape.StrideWidth, part % shape.StrideWidth)
                : ConvPlane.OfInput(shape, TOps.Width);
            list[part] = new ConvPart<T>(plane, new ConvWeights<T>(shape, gradient, weights, plane, TileRows, packed, offsets));
            packed = list[part].Weights.End;
            offsets += 2 * depth;
        }

        Workers.For(shape.Images * shape.Groups, 1, new ConvProductJob<TOps, TVector, T>(list, parts, source, bias, target));
    }

    public static void BackwardWeight(in ConvShape shape, T* x, T* gradient, T* target)
    {
        nint shares = Math.Min(shape.Images, Workers.Available * 2);
        ConvWeightLayout layout = new(shape, TOps.Width, TileRows);
        T* partial = Scratch.Get<T>(ScratchUse.ConvolutionPartial, shares * layout.Size);
        ConvPlane plane = ConvPlane.OfInput(shape, ConvWeightTile<TOps, TVector, T>.Together);
        Workers.For(shares, 1, new ConvWeightJob<TOps, TVector, T>(shape, plane, layout, shares, x, gradient, partial));
        layout.Collect(partial, shares, target);
    }
}
