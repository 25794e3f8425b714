using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Sigmoid linear unit, also called swish: x / (1 + exp(−x)).</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace)
            : base(nameof(SiLU))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.silu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Sigmoid linear unit, also called swish: x / (1 + exp(−x)).</summary>
            /// <returns>The module.</returns>
            public static SiLU SiLU() => new(false);

            /// <summary>Sigmoid linear unit, also called swish: x / (1 + exp(−x)).</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>Sigmoid linear unit, also called swish: x / (1 + exp(−x)).</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    inplace ? InPlaceForm.Overwrite(x, static t => t.silu()) : x.silu();
            }
        }
    }
}
