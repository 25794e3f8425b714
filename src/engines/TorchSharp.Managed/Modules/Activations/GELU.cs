using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Gaussian error linear unit: x·Φ(x), with the exact normal distribution function.</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU(bool inplace)
            : base(nameof(GELU))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.gelu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Gaussian error linear unit: x·Φ(x), with the exact normal distribution function.</summary>
            /// <returns>The module.</returns>
            public static GELU GELU() => new(false);

            /// <summary>Gaussian error linear unit: x·Φ(x), with the exact normal distribution function.</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static GELU GELU(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>Gaussian error linear unit: x·Φ(x), with the exact normal distribution function.</summary>
                /// <param name="x">Any shape.</param>
                /// <returns>The same shape.</returns>
                public static Tensor gelu(Tensor x) =>
                    x.gelu();

                /// <summary>Gaussian error linear unit: x·Φ(x), with the exact normal distribution function.</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor gelu(Tensor x, bool inplace) =>
                    inplace ? InPlaceForm.Overwrite(x, static t => t.gelu()) : x.gelu();
            }
        }
    }
}
