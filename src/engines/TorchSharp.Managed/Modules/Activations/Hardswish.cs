using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>x times the piecewise linear sigmoid: x·min(max(x + 3, 0), 6) / 6.</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace)
            : base(nameof(Hardswish))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardswish(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x times the piecewise linear sigmoid: x·min(max(x + 3, 0), 6) / 6.</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x times the piecewise linear sigmoid: x·min(max(x + 3, 0), 6) / 6.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    Activation.Apply(input, new HardswishFunction<float>(), new HardswishFunction<double>(), "HardswishBackward0", inplace: inplace);
            }
        }
    }
}
