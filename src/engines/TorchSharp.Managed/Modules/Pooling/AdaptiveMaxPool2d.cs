using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The largest numbers of as many windows of an image as asked for.</summary>
    public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d(long[] output_size)
            : base(nameof(AdaptiveMaxPool2d))
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
            torch.nn.functional.adaptive_max_pool2d(input, output_size);

        /// <summary>Applies the layer, and says where the values stood.</summary>
        /// <param name="input">The same as for forward.</param>
        /// <returns>The values, and for each its number within its channel.</returns>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            torch.nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest numbers of as many windows of an image as asked for.</summary>
            /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
            /// <returns>The layer.</returns>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) =>
                new(output_size);

            public static partial class functional
            {
                /// <summary>The largest numbers of as many windows of an image as asked for.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                    adaptive_max_pool2d_with_indices(input, output_size).Values;

                /// <summary>The largest numbers of as many windows of an image as asked for.</summary>
                /// <param name="input">… × channels × height × width, with a batch or without.</param>
                /// <param name="output_size">The sizes of the output; each window is as large as that takes.</param>
                /// <returns>The same with a value per window.</returns>
                /// <exception cref="ExternalException">The settings do not fit the input.</exception>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                    Pooling.AdaptiveMax2d(input, output_size);
            }
        }
    }
}
