using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Logarithm of the softmax: x − log Σ exp(x) along a dimension.</summary>
    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax(long dim)
            : base(nameof(LogSoftmax))
        {
            this.dim = dim;
        }

        /// <summary>The dimension whose exponentials add up to 1.</summary>
        public long dim { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.log_softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Logarithm of the softmax: x − log Σ exp(x) along a dimension.</summary>
            /// <param name="dim">The dimension whose exponentials add up to 1.</param>
            /// <returns>The module.</returns>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>Logarithm of the softmax: x − log Σ exp(x) along a dimension.</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="dim">The dimension whose exponentials add up to 1.</param>
                /// <returns>The same shape.</returns>
                public static Tensor log_softmax(Tensor x, long dim) =>
                    x.log_softmax(dim);
            }
        }
    }
}
