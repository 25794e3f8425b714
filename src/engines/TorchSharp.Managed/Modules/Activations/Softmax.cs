using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Softmax: exp(x) / Σ exp(x) along a dimension.</summary>
    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax(long dim)
            : base(nameof(Softmax))
        {
            this.dim = dim;
        }

        /// <summary>The dimension whose entries add up to 1.</summary>
        public long dim { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Softmax: exp(x) / Σ exp(x) along a dimension.</summary>
            /// <param name="dim">The dimension whose entries add up to 1.</param>
            /// <returns>The module.</returns>
            public static Modules.Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>Softmax: exp(x) / Σ exp(x) along a dimension.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="dim">The dimension whose entries add up to 1.</param>
                /// <param name="dtype">The type to compute in; null for the input's own.</param>
                /// <returns>The same shape.</returns>
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                    input.softmax(dim, dtype);
            }
        }
    }
}
