using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>What batch normalization knows of each channel: mean, variance, and the shift that it added. Three rows of one tensor.</summary>
internal readonly unsafe struct BatchStatistics(double* numbers, nint channels)
{
    internal const int Rows = 3;

    internal double* Means => numbers;

    internal double* Variances => numbers + channels;

    internal double* Shifts => numbers + (2 * channels);

    /// <summary>What a channel's deviations are multiplied by; forward and backward must agree to the last bit.</summary>
    internal T Scale<T>(nint channel, double eps, T* weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(1 / Math.Sqrt(Variances[channel] + eps));
        return weight == null ? scale : scale * weight[channel];
    }
}
