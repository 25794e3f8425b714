using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Leaky rectified linear unit: x for positive x, negative_slope·x otherwise.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(double negative_slope, bool inplace)
            : base(nameof(LeakyReLU))
        {
            this.negative_slope = negative_slope;
            this.inplace = inplace;
        }

        /// <summary>The slope for negative numbers.</summary>
        public double negative_slope { get; set; }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Leaky rectified linear unit: x for positive x, negative_slope·x otherwise.</summary>
            /// <param name="negative_slope">The slope for negative numbers.</param>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                /// <summary>Leaky rectified linear unit: x for positive x, negative_slope·x otherwise.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="negative_slope">The slope for negative numbers.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    Activation.Apply(input, new LeakyReluFunction<float>(negative_slope), new LeakyReluFunction<double>(negative_slope), "LeakyReluBackward0", inplace: inplace);
            }
        }
    }
}
