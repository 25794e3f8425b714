using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The largest number of each window of a sequence.</summary>
    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
            : base(nameof(MaxPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>The size of the windows.</summary>
        public long kernel_size { get; set; }

        /// <summary>The distance between neighbouring windows; null for their size.</summary>
        public long? stride { get; set; }

        /// <summary>What is added at both ends, at most half the window.</summary>
        public long? padding { get; set; }

        /// <summary>The distance between neighbouring elements of a window; null for 1.</summary>
        public long? dilation { get; set; }

        /// <summary>Whether to add a last window that reaches beyond the edge.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × length, with a batch or without.</param>
        /// <returns>The same with a value per window.</returns>
        /// <exception cref="ExternalException">The settings do not fit the input.</exception>
        public override Tensor forward(Tensor input) =>
            torch.nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Applies the layer, and says where the values stood.</summary>
        /// <param name="input">The same as for forward.</param>
        /// <returns>The values, and for each its number within its channel.</returns>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            torch.nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest number of each window of a sequence.</summary>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
            /// <param name="padding">What is added at both ends, at most half the window.</param>
            /// <param name="dilation">The distance between neighbouring elements of a window; null for 1.</param>
            /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
            /// <returns>The layer.</returns>
            public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static partial class functional
            {
                /// <summary>The largest number of each window of a sequence.</summary>
                /// <param name="input">… × channels × length, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="dilation">The distance between neighbouring elements of a window; null for 1.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                    max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode).Values;

                /// <summary>The largest number of each window of a sequence.</summary>
                /// <param name="input">… × channels × length, with a batch or without.</param>
                /// <param name="kernel_size">The size of the windows.</param>
                /// <param name="stride">The distance between neighbouring windows; null for their size.</param>
                /// <param name="padding">What is added at both ends, at most half the window.</param>
                /// <param name="dilation">The distance between neighbouring elements of a window; null for 1.</param>
                /// <param name="ceil_mode">Whether to add a last window that reaches beyond the edge.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static (Tensor Values, Tensor Indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                    Pooling.Max1d(input, kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode);
            }
        }
    }
}
