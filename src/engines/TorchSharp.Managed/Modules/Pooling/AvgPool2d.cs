using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window of an image.</summary>
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel_size, long[] stride, long[] padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
            : base(nameof(AvgPool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
            this.divisor_override = divisor_override;
        }

        /// <summary>The size of the windows.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>The distance between neighbouring windows; null for their size.</summary>
        public long[] stride { get; set; }

        /// <summary>What is added at both ends, at most half the window.</summary>
        public long[] padding { get; set; }

        /// <summary>Whether to add a last window that reaches beyond the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the padding counts in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What sums are divided by; null for the number of elements.</summary>
        public long? divisor_override { get; set; }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × height × width, with a batch or without.</param>
        /// <returns>The same with a value per window.</returns>
        /// <exception cref="ExternalException">The settings do not fit the input.</exception>
        public override Tensor forward(Tensor input) =>
            torch.nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of each window of an image.</summary>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
            /// <param name="padding">What is added at both ends, at most half the window.</param>
            /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
            /// <returns>The layer.</returns>
            public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of an image.</summary>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
            /// <param name="padding">What is added at both ends, at most half the window.</param>
            /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
            /// <returns>The layer.</returns>
            public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(SpatialPair.Of(kernel_size, 1), SpatialPair.Of(stride ?? kernel_size, 1), SpatialPair.Of(padding, 0), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of an image.</summary>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
            /// <param name="padding">What is added at both ends, at most half the window.</param>
            /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
            /// <returns>The layer.</returns>
            public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new([kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], [padding ?? 0, padding ?? 0], ceil_mode, count_include_pad, divisor_override);

            public static partial class functional
            {
                /// <summary>The mean of each window of an image.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
                /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean of each window of an image.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
                /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean of each window of an image.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
                /// <param name="divisor_override">What sums are divided by; null for the number of elements.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, SpatialPair.Of(kernel_size, 1), SpatialPair.Of(stride ?? kernel_size, 1), SpatialPair.Of(padding, 0), ceil_mode, count_include_pad, divisor_override);
            }
        }
    }
}
