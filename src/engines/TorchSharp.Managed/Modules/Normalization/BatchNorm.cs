using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Batch normalization of any number of dimensions.</summary>
    public abstract class BatchNorm : NormBase
    {
        /// <summary>Makes the layer.</summary>
        /// <param name="num_features">The number of channels.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <param name="momentum">The share of a batch in the running statistics.</param>
        /// <param name="affine">Whether each channel has a trained scale and shift.</param>
        /// <param name="track_running_stats">Whether to keep running statistics, for evaluation.</param>
        /// <param name="device">The device: the processor.</param>
        /// <param name="dtype">The parameters' type; null for float32.</param>
        /// <param name="name">The layer's name.</param>
        public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>Normalizes by the batch's own statistics in training, by the running ones in evaluation.</summary>
        /// <param name="input">Batch × channels × any dimensions.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">The input does not have the layer's dimensions.</exception>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            double share = momentum ?? 0;
            if (training && track_running_stats && num_batches_tracked is { } count)
            {
                using (torch.no_grad())
                {
                    count.add_(1);
                }

                share = momentum ?? 1.0 / count.item<long>();
            }

            bool ownStatistics = training || (running_mean is null && running_var is null);
            Tensor? mean = !training || track_running_stats ? running_mean : null;
            Tensor? variance = !training || track_running_stats ? running_var : null;
            return torch.nn.functional.batch_norm(input, mean, variance, affine ? weight : null, bias, ownStatistics, share, eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>Batch normalization: (x − mean) / √(variance + eps)·weight + bias, channel by channel.</summary>
                /// <param name="input">Batch × channels × any dimensions.</param>
                /// <param name="running_mean">The running means, updated in training; null for none.</param>
                /// <param name="running_var">The running variances, updated in training; null for none.</param>
                /// <param name="weight">The scales; null for all one.</param>
                /// <param name="bias">The shifts; null for all zero.</param>
                /// <param name="training">Whether to use the batch's own statistics.</param>
                /// <param name="momentum">The share of the batch in the running statistics.</param>
                /// <param name="eps">What is added to the variance.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The sizes or types do not fit.</exception>
                public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                    BatchNormOperation.Apply(input, running_mean, running_var, weight, bias, training, momentum, eps);
            }
        }
    }
}
