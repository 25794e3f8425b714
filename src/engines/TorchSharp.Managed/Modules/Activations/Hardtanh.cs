using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The number itself between two limits, and the nearer limit outside.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace)
            : base(nameof(Hardtanh))
        {
            this.min_val = min_val;
            this.max_val = max_val;
            this.inplace = inplace;
        }

        /// <summary>The lower limit.</summary>
        public double min_val { get; set; }

        /// <summary>The upper limit.</summary>
        public double max_val { get; set; }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>Applies the function.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The number itself between two limits, and the nearer limit outside.</summary>
            /// <param name="min_val">The lower limit.</param>
            /// <param name="max_val">The upper limit.</param>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The module.</returns>
            public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

            public static partial class functional
            {
                /// <summary>The number itself between two limits, and the nearer limit outside.</summary>
                /// <param name="x">Any shape.</param>
                /// <param name="min_val">The lower limit.</param>
                /// <param name="max_val">The upper limit.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                    Activation.Apply(x, new HardtanhFunction<float>(min_val, max_val), new HardtanhFunction<double>(min_val, max_val), "HardtanhBackward0", inplace: inplace);
            }
        }
    }
}
