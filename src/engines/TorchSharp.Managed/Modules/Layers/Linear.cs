using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A fully connected layer: y = x·Wᵀ + b.</summary>
    public sealed class Linear : torch.nn.Module<Tensor, Tensor>
    {
        private Parameter? storedWeight;
        private Parameter? storedBias;

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            ArgumentNullException.ThrowIfNull(weight);
            in_features = weight.size(-1);
            out_features = weight.Sizes[0];
            SetParameter(nameof(weight), ref storedWeight, weight);
            SetParameter(nameof(bias), ref storedBias, bias);
        }

        /// <summary>The bias, one number per output feature; null for none. Setting it disposes the one before.</summary>
        public Parameter? bias
        {
            get => storedBias;
            set => SetParameter(nameof(bias), ref storedBias, value);
        }

        /// <summary>The number of input features when the layer was made; replacing the weight does not change it.</summary>
        public long in_features { get; set; }

        /// <summary>The number of output features when the layer was made; replacing the weight does not change it.</summary>
        public long out_features { get; set; }

        /// <summary>The weight, output features × input features. Setting it disposes the one before.</summary>
        /// <exception cref="ArgumentNullException">Set to null.</exception>
        public Parameter weight
        {
            get => storedWeight!;
            set => SetRequiredParameter(nameof(weight), ref storedWeight, value);
        }

        /// <summary>Applies the layer.</summary>
        /// <param name="tensor">… × input features.</param>
        /// <returns>… × output features.</returns>
        /// <exception cref="ExternalException">The sizes or types do not fit.</exception>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.linear(tensor, weight, storedBias);

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
            /// <summary>Makes a fully connected layer of given parameters.</summary>
            /// <param name="weight">Output features × input features.</param>
            /// <param name="bias">One number per output feature; null for none.</param>
            /// <returns>The layer.</returns>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            /// <summary>
            /// Makes a fully connected layer, initialised like libtorch's: the weight by <c>kaiming_uniform_</c> with
            /// a = √5, the bias uniformly in ±1/√(input features).
            /// </summary>
            /// <param name="inputSize">The number of input features.</param>
            /// <param name="outputSize">The number of output features.</param>
            /// <param name="hasBias">Whether the layer adds a bias.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                _ = Available(device);
                (Parameter weight, Parameter? bias) = DefaultParameters.Make([outputSize, inputSize], inputSize, hasBias, dtype);
                return new Linear(weight, bias);
            }

            public static partial class functional
            {
                /// <summary>A linear map: x·Wᵀ + b.</summary>
                /// <param name="input">… × input features.</param>
                /// <param name="weights">Output features × input features, or input features alone for one output.</param>
                /// <param name="bias">One number per output feature; null for none.</param>
                /// <returns>… × output features.</returns>
                /// <exception cref="ExternalException">The sizes or types do not fit.</exception>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOperation.Apply(input, weights, bias);
            }
        }
    }
}
