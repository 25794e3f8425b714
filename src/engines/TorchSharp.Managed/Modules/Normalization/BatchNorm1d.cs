using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Batch normalization of batch × channels, or batch × channels × length.</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        /// <summary>Refuses inputs of other dimensions.</summary>
        /// <param name="input">The input.</param>
        /// <exception cref="ArgumentException">The input is not 2D or 3D.</exception>
        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.Rank is not (2 or 3))
            {
                throw new ArgumentException($"expected 2D or 3D input, but got {input.Rank}D input instead.", nameof(input));
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a batch normalization of batch × channels, or batch × channels × length.</summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">What is added to the variance.</param>
            /// <param name="momentum">The share of a batch in the running statistics.</param>
            /// <param name="affine">Whether each channel has a trained scale and shift.</param>
            /// <param name="track_running_stats">Whether to keep running statistics, for evaluation.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
