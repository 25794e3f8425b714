using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The means of as many windows of an image as asked for.</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size)
            : base(nameof(AdaptiveAvgPool2d))
        {
            this.output_size = output_size;
        }

        /// <summary>The sizes of the output; each window is as large as that takes.</summary>
        public long[] output_size { get; set; }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × height × width, with a batch or without.</param>
        /// <returns>The same with a value per window.</returns>
        /// <exception cref="ExternalException">The settings do not fit the input.</exception>
        public override Tensor forward(Tensor input) =>
            torch.nn.functional.adaptive_avg_pool2d(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The means of as many windows of an image as asked for.</summary>
            /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
            /// <returns>The layer.</returns>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) =>
                new(output_size);

            /// <summary>The means of as many windows of an image as asked for.</summary>
            /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
            /// <returns>The layer.</returns>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) =>
                new(SpatialPair.Of(output_size, 1));

            /// <summary>The means of as many windows of an image as asked for.</summary>
            /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
            /// <returns>The layer.</returns>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) =>
                new([output_size, output_size]);

            public static partial class functional
            {
                /// <summary>The means of as many windows of an image as asked for.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                    Pooling.AdaptiveAverage2d(input, output_size);

                /// <summary>The means of as many windows of an image as asked for.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                    adaptive_avg_pool2d(input, SpatialPair.Of(output_size, 1));

                /// <summary>The means of as many windows of an image as asked for.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                    adaptive_avg_pool2d(input, [output_size, output_size]);
            }
        }
    }
}
