using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A part of a convolution's output that one set of weights makes: all of it, or the places of one residue.</summary>
internal readonly struct ConvPart<T>(ConvPlane plane, ConvWeights<T> weights)
    where T : unmanaged, INumberBase<T>
{
    public readonly ConvPlane Plane = plane;
    public readonly ConvWeights<T> Weights = weights;
}
