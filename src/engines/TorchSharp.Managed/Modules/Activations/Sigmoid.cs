using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Logistic function: 1 / (1 + exp(−x)).</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace)
            : base(nameof(Sigmoid))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Logistic function: 1 / (1 + exp(−x)).</summary>
            /// <returns>The module.</returns>
            public static Sigmoid Sigmoid() => new(false);

            /// <summary>Logistic function: 1 / (1 + exp(−x)).</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>Logistic function: 1 / (1 + exp(−x)).</summary>
                /// <param name="x">Any shape.</param>
                /// <returns>The same shape.</returns>
                public static Tensor sigmoid(Tensor x) =>
                    x.sigmoid();

                /// <summary>Logistic function: 1 / (1 + exp(−x)).</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor sigmoid(Tensor x, bool inplace) =>
                    inplace ? InPlaceForm.Overwrite(x, static t => t.sigmoid()) : x.sigmoid();
            }
        }
    }
}
