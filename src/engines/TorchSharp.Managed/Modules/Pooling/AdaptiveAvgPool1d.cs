using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The means of as many windows of a sequence as asked for.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size)
            : base(nameof(AdaptiveAvgPool1d))
        {
            this.output_size = output_size;
        }

        /// <summary>The length of the output; each window is as large as that takes.</summary>
        public long output_size { get; set; }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × length, with a batch or without.</param>
        /// <returns>The same with a value per window.</returns>
        /// <exception cref="ExternalException">The settings do not fit the input.</exception>
        public override Tensor forward(Tensor input) =>
            torch.nn.functional.adaptive_avg_pool1d(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means of as many windows of a sequence as asked for.</summary>
            /// <param name="output_size">The length of the output; each window is as large as that takes.</param>
            /// <returns>The layer.</returns>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) =>
                new(output_size);

            public static partial class functional
            {
                /// <summary>The means of as many windows of a sequence as asked for.</summary>
                /// <param name="input">… × channels × length, with a batch or without.</param>
                /// <param name="output_size">The length of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                    Pooling.AdaptiveAverage1d(input, output_size);
            }
        }
    }
}
