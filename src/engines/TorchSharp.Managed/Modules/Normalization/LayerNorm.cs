using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Normalizes over the last dimensions, each element of the batch by its own statistics.</summary>
    public sealed class LayerNorm : torch.nn.Module<Tensor, Tensor>
    {
        private Parameter? storedWeight;
        private Parameter? storedBias;

        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            _ = torch.Available(device);
            this.normalized_shape = normalized_shape;
            this.eps = eps;
            this.elementwise_affine = elementwise_affine;
            if (elementwise_affine)
            {
                ScalarType type = dtype ?? ScalarType.Float32;
                SetParameter(nameof(weight), ref storedWeight, Ownership.Keep(new Parameter(Tensor.Empty(normalized_shape, type))));
                if (bias)
                {
                    SetParameter(nameof(bias), ref storedBias, Ownership.Keep(new Parameter(Tensor.Empty(normalized_shape, type))));
                }
            }

            reset_parameters();
        }

        /// <summary>The shifts; null for none. Setting it disposes the ones before.</summary>
        public Parameter? bias
        {
            get => storedBias;
            set => SetParameter(nameof(bias), ref storedBias, value);
        }

        /// <summary>Whether each element has a trained scale.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>What is added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>The sizes of the dimensions that are normalized; must be the parameters'.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>The scales. Setting it disposes the ones before.</summary>
        /// <exception cref="ArgumentNullException">Set to null.</exception>
        public Parameter weight
        {
            get => storedWeight!;
            set => SetRequiredParameter(nameof(weight), ref storedWeight, value);
        }

        /// <summary>Applies the layer.</summary>
        /// <param name="tensor">… × the normalized shape.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ExternalException">The input does not end in the normalized shape.</exception>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.layer_norm(tensor, normalized_shape, storedWeight, storedBias, eps);

        /// <summary>Sets scales to one and shifts to zero.</summary>
        public void reset_parameters()
        {
            if (storedWeight is not null)
            {
                torch.nn.init.ones_(storedWeight);
            }

            if (storedBias is not null)
            {
                torch.nn.init.zeros_(storedBias);
            }
        }

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
            /// <summary>Makes a normalization over the last dimensions.</summary>
            /// <param name="normalized_shape">The sizes of those dimensions.</param>
            /// <param name="eps">What is added to the variance.</param>
            /// <param name="elementwise_affine">Whether each element has a trained scale.</param>
            /// <param name="bias">Whether each element has a trained shift too.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Makes a normalization over the last dimension.</summary>
            /// <param name="normalized_shape">The size of that dimension.</param>
            /// <param name="eps">What is added to the variance.</param>
            /// <param name="elementwise_affine">Whether each element has a trained scale.</param>
            /// <param name="bias">Whether each element has a trained shift too.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                /// <summary>Normalizes over the last dimensions: (x − mean) / √(variance + eps)·weight + bias.</summary>
                /// <param name="input">… × the normalized shape.</param>
                /// <param name="normalized_shape">The sizes of the dimensions to normalize.</param>
                /// <param name="weight">The scales; null for all one.</param>
                /// <param name="bias">The shifts; null for all zero.</param>
                /// <param name="eps">What is added to the variance.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The input does not end in the normalized shape.</exception>
                public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                    LayerNormOperation.Apply(input, normalized_shape, weight, bias, eps);
            }
        }
    }
}
