using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window of a sequence.</summary>
    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad)
            : base(nameof(AvgPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
        }

        /// <summary>The size of the windows.</summary>
        public long kernel_size { get; set; }

        /// <summary>The distance between neighbouring windows; null for their size.</summary>
        public long? stride { get; set; }

        /// <summary>What is added at both ends, at most half the window.</summary>
        public long? padding { get; set; }

        /// <summary>Whether to add a last window that reaches beyond the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the padding counts in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × length, with a batch or without.</param>
        /// <returns>The same with a value per window.</returns>
        /// <exception cref="ExternalException">The settings do not fit the input.</exception>
        public override Tensor forward(Tensor input) =>
            torch.nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of each window of a sequence.</summary>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
            /// <param name="padding">What is added at both ends, at most half the window.</param>
            /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
            /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
            /// <returns>The layer.</returns>
            public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            public static partial class functional
            {
                /// <summary>The mean of each window of a sequence.</summary>
                /// <param name="input">… × channels × length, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <param name="count_include_pad">Whether the padding counts in the mean.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                    Pooling.Average1d(input, kernel_size, stride ?? kernel_size, padding ?? 0, ceil_mode, count_include_pad);
            }
        }
    }
}
