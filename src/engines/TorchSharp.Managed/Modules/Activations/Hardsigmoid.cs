using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Piecewise linear sigmoid: min(max(x + 3, 0), 6) / 6.</summary>
    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid(bool inplace)
            : base(nameof(Hardsigmoid))
        {
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Piecewise linear sigmoid: min(max(x + 3, 0), 6) / 6.</summary>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>Piecewise linear sigmoid: min(max(x + 3, 0), 6) / 6.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    Activation.Apply(input, new HardsigmoidFunction<float>(), new HardsigmoidFunction<double>(), "HardsigmoidBackward0", inplace: inplace);
            }
        }
    }
}
