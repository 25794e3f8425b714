using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Convolutions computed directly from the image: nothing is unfolded. Weights are output channels × input channels of a
/// group × kernel; all sizes positive, all memory contiguous.
/// </summary>
internal static unsafe class ConvKernel
{
    /// <summary>y = convolution of x, plus bias unless it is null.</summary>
    public static void Forward(in ConvShape shape, float* x, float* weights, float* bias, float* y) => Forward(Best(shape.OutWidth), shape, x, weights, bias, y);

    /// <inheritdoc cref="Forward(in ConvShape, float*, float*, float*, float*)"/>
    public static void Forward(in ConvShape shape, double* x, double* weights, double* bias, double* y)
        => ConvRunner<Vector256Double, Vector256<double>, double>.Forward(shape, x, weights, bias, y);

    /// <summary>The input's gradient from the output's.</summary>
    public static void BackwardInput(in ConvShape shape, float* gradient, float* weights, float* target) => BackwardInput(Best((shape.Width + shape.StrideWidth - 1) / shape.StrideWidth), shape, gradient, weights, target);

    /// <inheritdoc cref="BackwardInput(in ConvShape, float*, float*, float*)"/>
    public static void BackwardInput(in ConvShape shape, double* gradient, double* weights, double* target)
        => ConvRunner<Vector256Double, Vector256<double>, double>.BackwardInput(shape, gradient, weights, target);

    /// <summary>The weights' gradient from the input and the output's gradient.</summary>
    public static void BackwardWeight(in ConvShape shape, float* x, float* gradient, float* target) => BackwardWeight(Best(shape.GroupOut), shape, x, gradient, target);

    /// <inheritdoc cref="BackwardWeight(in ConvShape, float*, float*, float*)"/>
    public static void BackwardWeight(in ConvShape shape, double* x, double* gradient, double* target)
        => ConvRunner<Vector256Double, Vector256<double>, double>.BackwardWeight(shape, x, gradient, target);

    /// <summary>The forward pass with vectors of a chosen width, so that a test can run each path on any machine.</summary>
    public static void Forward(SimdLevel level, in ConvShape shape, float* x, float* weights, float* bias, float* y)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                ConvRunner<Vector512Single, Vector512<float>, float>.Forward(shape, x, weights, bias, y);
                break;
            case SimdLevel.Vector256:
                ConvRunner<Vector256Single, Vector256<float>, float>.Forward(shape, x, weights, bias, y);
                break;
            default:
                ConvRunner<Vector128Single, Vector128<float>, float>.Forward(shape, x, weights, bias, y);
                break;
        }
    }

    /// <summary>The input's gradient with vectors of a chosen width.</summary>
    public static void BackwardInput(SimdLevel level, in ConvShape shape, float* gradient, float* weights, float* target)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                ConvRunner<Vector512Single, Vector512<float>, float>.BackwardInput(shape, gradient, weights, target);
                break;
            case SimdLevel.Vector256:
                ConvRunner<Vector256Single, Vector256<float>, float>.BackwardInput(shape, gradient, weights, target);
                break;
            default:
                ConvRunner<Vector128Single, Vector128<float>, float>.BackwardInput(shape, gradient, weights, target);
                break;
        }
    }

    /// <summary>The weights' gradient with vectors of a chosen width.</summary>
    public static void BackwardWeight(SimdLevel level, in ConvShape shape, float* x, float* gradient, float* target)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                ConvRunner<Vector512Single, Vector512<float>, float>.BackwardWeight(shape, x, gradient, target);
                break;
            case SimdLevel.Vector256:
                ConvRunner<Vector256Single, Vector256<float>, float>.BackwardWeight(shape, x, gradient, target);
                break;
            default:
                ConvRunner<Vector128Single, Vector128<float>, float>.BackwardWeight(shape, x, gradient, target);
                break;
        }
    }

    /// <summary>The widest vectors that so many elements do not leave half empty.</summary>
    private static SimdLevel Best(nint count)
    {
        SimdLevel widest = count > Vector256<float>.Count ? SimdLevel.Vector512 : count > Vector128<float>.Count ? SimdLevel.Vector256 : SimdLevel.Vector128;
        return widest < Simd.Best ? widest : Simd.Best;
    }
}
