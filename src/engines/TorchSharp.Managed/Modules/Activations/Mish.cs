using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Mish: x·tanh(log(1 + exp(x))).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace)
            : base(nameof(Mish))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.mish(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Mish: x·tanh(log(1 + exp(x))).</summary>
            /// <returns>The module.</returns>
            public static Mish Mish() => new(false);

            /// <summary>Mish: x·tanh(log(1 + exp(x))).</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>Mish: x·tanh(log(1 + exp(x))).</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    Activation.Apply(x, new MishFunction<float>(), new MishFunction<double>(), "MishBackward0", inplace: inplace);
            }
        }
    }
}
