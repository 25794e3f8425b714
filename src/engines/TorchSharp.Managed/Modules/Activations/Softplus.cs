using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Softplus: log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus))
        {
            this.beta = beta;
            this.threshold = threshold;
        }

        /// <summary>The steepness.</summary>
        public double beta { get; set; }

        /// <summary>Above it the function is linear.</summary>
        public double threshold { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Softplus: log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
            /// <param name="beta">The steepness.</param>
            /// <param name="threshold">Above it the function is linear.</param>
            /// <returns>The module.</returns>
            public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                /// <summary>Softplus: log(1 + exp(beta·x)) / beta, and x itself where beta·x exceeds the threshold.</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="beta">The steepness.</param>
                /// <param name="threshold">Above it the function is linear.</param>
                /// <returns>The same shape.</returns>
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                    Activation.Apply(x, new SoftplusFunction<float>(beta, threshold), new SoftplusFunction<double>(beta, threshold), "SoftplusBackward0", inplace: false);
            }
        }
    }
}
