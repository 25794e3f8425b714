using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Normalizes groups of channels, each element of the batch by its own statistics.</summary>
    public sealed class GroupNorm : torch.nn.Module<Tensor, Tensor>
    {
        private Parameter? storedWeight;
        private Parameter? storedBias;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            _ = torch.Available(device);
            if (!(num_groups > 0 && num_channels % num_groups == 0))
            {
                throw new ArgumentException($"GroupNorm: num_channels ({num_channels}) must be divisible by num_groups ({num_groups})");
            }

            this.num_groups = num_groups;
            this.eps = eps;
            this.affine = affine;
            if (affine)
            {
                ScalarType type = dtype ?? ScalarType.Float32;
                using Scratch scratch = Scratch.Begin();
                SetParameter(nameof(weight), ref storedWeight, Ownership.Keep(new Parameter(Tensor.Empty([num_channels], type).fill_(1))));
                SetParameter(nameof(bias), ref storedBias, Ownership.Keep(new Parameter(Tensor.Zeros([num_channels], type))));
            }
        }

        /// <summary>Whether each channel has a trained scale and shift.</summary>
        public bool affine { get; set; }

        /// <summary>The shifts; null for none. Setting it disposes the ones before.</summary>
        public Parameter? bias
        {
            get => storedBias;
            set => SetParameter(nameof(bias), ref storedBias, value);
        }

        /// <summary>What is added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>The number of groups.</summary>
        public long num_groups { get; set; }

        /// <summary>The scales. Setting it disposes the ones before.</summary>
        /// <exception cref="ArgumentNullException">Set to null.</exception>
        public Parameter weight
        {
            get => storedWeight!;
            set => SetRequiredParameter(nameof(weight), ref storedWeight, value);
        }

        /// <summary>Applies the layer.</summary>
        /// <param name="tensor">Batch × channels × any dimensions.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ExternalException">The channels cannot be divided into the groups.</exception>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.group_norm(tensor, num_groups, storedWeight, storedBias, eps);

        /// <summary>Nothing to find by reflection: weight and bias are registered as they are set.</summary>
        protected override void RegisterComponents()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a normalization of groups of channels.</summary>
            /// <param name="num_groups">The number of groups.</param>
            /// <param name="num_channels">The number of channels.</param>
            /// <param name="eps">What is added to the variance.</param>
            /// <param name="affine">Whether each channel has a trained scale and shift.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            /// <exception cref="ArgumentException">The channels cannot be divided into the groups.</exception>
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            public static partial class functional
            {
                /// <summary>Normalizes groups of channels: (x − mean) / √(variance + eps)·weight + bias.</summary>
                /// <param name="input">Batch × channels × any dimensions.</param>
                /// <param name="num_groups">The number of groups.</param>
                /// <param name="weight">A scale for each channel; null for all one.</param>
                /// <param name="bias">A shift for each channel; null for all zero.</param>
                /// <param name="eps">What is added to the variance.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The channels cannot be divided into the groups.</exception>
                public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                    LayerNormOperation.ApplyToGroups(input, num_groups, weight, bias, eps);
            }
        }
    }
}
