using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Rectified linear unit: max(0, x).</summary>
    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU(bool inplace)
            : base(nameof(ReLU))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.relu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Rectified linear unit: max(0, x).</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>Rectified linear unit: max(0, x).</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor relu(Tensor x, bool inplace = false) =>
                    inplace ? x.relu_().alias() : x.relu();
            }
        }
    }
}
