using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Leaky rectified linear unit with a trained slope: x for positive x, weight·x otherwise.</summary>
    public sealed class PReLU : torch.nn.Module<Tensor, Tensor>
    {
        private Parameter? storedWeight;

        internal PReLU(long num_parameters, double init, ScalarType? dtype)
            : base(nameof(PReLU))
        {
            this.num_parameters = num_parameters;
            this.init = init;
            using Scratch scratch = Scratch.Begin();
            Tensor values = Tensor.Empty([num_parameters], dtype ?? ScalarType.Float32).fill_(init);
            SetParameter(nameof(weight), ref storedWeight, Ownership.Keep(new Parameter(values)));
        }

        /// <summary>What every slope starts with.</summary>
        public double init { get; }

        /// <summary>The number of slopes: one for all, or one per channel.</summary>
        public long num_parameters { get; }

        /// <summary>The slopes. Setting it disposes the ones before.</summary>
        /// <exception cref="ArgumentNullException">Set to null.</exception>
        public Parameter weight
        {
            get => storedWeight!;
            set => SetRequiredParameter(nameof(weight), ref storedWeight, value);
        }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape; channels are its second dimension.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.prelu(tensor, weight);

        /// <summary>Nothing to find by reflection: the weight is registered as it is set.</summary>
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
            /// <summary>Leaky rectified linear unit with a trained slope: x for positive x, weight·x otherwise.</summary>
            /// <param name="num_parameters">The number of slopes: one for all, or one per channel.</param>
            /// <param name="init">What every slope starts with.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The slopes' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null)
            {
                _ = Available(device);
                return new PReLU(num_parameters, init, dtype);
            }

            public static partial class functional
            {
                /// <summary>Leaky rectified linear unit with given slopes: x for positive x, weight·x otherwise.</summary>
                /// <param name="input">Any shape; channels are its second dimension.</param>
                /// <param name="weight">The slopes: one for all, or one per channel.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The number of slopes is neither one nor that of the channels.</exception>
                public static Tensor prelu(Tensor input, Tensor weight)
                {
                    long channels = input.Rank > 1 ? input.Sizes[1] : 1;
                    if (weight.numel() != 1 && weight.numel() != channels)
                    {
                        throw TorchError.Of($"Mismatch of parameter numbers and input channel size. Found parameter numbers = {weight.numel()} and channel size = {channels}: prelu of an input {TensorShape.Describe(input.Sizes)} with a weight {TensorShape.Describe(weight.Sizes)}");
                    }

                    using Scratch scratch = Scratch.Begin();
                    var sizes = new long[Math.Max(input.Rank, 1)];
                    Array.Fill(sizes, 1);
                    if (weight.numel() != 1)
                    {
                        sizes[1] = channels;
                    }

                    Tensor slopes = weight.view(input.Rank == 0 ? [] : sizes);
                    return scratch.Keep(where(input.gt(0), input, input.mul(slopes)));
                }
            }
        }
    }
}
