using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Exponential linear unit: x for positive x, alpha·(exp(x) − 1) otherwise.</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace)
            : base(nameof(ELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        /// <summary>The limit, with a minus sign, for large negative numbers.</summary>
        public double alpha { get; set; }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Exponential linear unit: x for positive x, alpha·(exp(x) − 1) otherwise.</summary>
            /// <param name="alpha">The limit, with a minus sign, for large negative numbers.</param>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>Exponential linear unit: x for positive x, alpha·(exp(x) − 1) otherwise.</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="alpha">The limit, with a minus sign, for large negative numbers.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                    Activation.Apply(x, new EluFunction<float>(alpha), new EluFunction<double>(alpha), "EluBackward0", inplace: inplace);
            }
        }
    }
}
