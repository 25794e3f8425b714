using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A one-dimensional convolution.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, groups, bias, padding_mode, device, dtype)
        {
        }

        /// <summary>Applies the layer.</summary>
        /// <param name="input">… × channels × length, with a batch or without.</param>
        /// <returns>The same with the output channels and sizes.</returns>
        /// <exception cref="ArgumentException">The input does not have the layer's channels.</exception>
        public override Tensor forward(Tensor input)
        {
            CheckInput(input, 1);
            using Scratch scratch = Scratch.Begin();
            (Tensor padded, long[] padding) = Pad(input);
            return scratch.Keep(torch.nn.functional.conv1d(padded, weight, bias, stride[0], padding[0], dilation[0], groups));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Makes a one-dimensional convolution, initialised like libtorch's: the weight by <c>kaiming_uniform_</c> with
            /// a = √5, the bias uniformly in ±1/√(weights per output).
            /// </summary>
            /// <param name="in_channels">The number of input channels.</param>
            /// <param name="out_channels">The number of output channels.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">The distance between neighbouring windows.</param>
            /// <param name="padding">What is added at both ends of each dimension.</param>
            /// <param name="dilation">The distance between neighbouring elements of the kernel.</param>
            /// <param name="padding_mode">What stands beyond the edge.</param>
            /// <param name="groups">The number of groups of channels that do not mix.</param>
            /// <param name="bias">Whether the layer adds a bias.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size], [stride], [padding], null, [dilation], groups, bias, padding_mode, device, dtype);

            /// <summary>
            /// Makes a one-dimensional convolution, initialised like libtorch's: the weight by <c>kaiming_uniform_</c> with
            /// a = √5, the bias uniformly in ±1/√(weights per output).
            /// </summary>
            /// <param name="in_channels">The number of input channels.</param>
            /// <param name="out_channels">The number of output channels.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="padding">The padding's name.</param>
            /// <param name="stride">The distance between neighbouring windows.</param>
            /// <param name="dilation">The distance between neighbouring elements of the kernel.</param>
            /// <param name="padding_mode">What stands beyond the edge.</param>
            /// <param name="groups">The number of groups of channels that do not mix.</param>
            /// <param name="bias">Whether the layer adds a bias.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The parameters' type; null for float32.</param>
            /// <returns>The layer.</returns>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size], [stride], null, padding, [dilation], groups, bias, padding_mode, device, dtype);

            public static partial class functional
            {
                /// <summary>A one-dimensional convolution with zeros beyond the edge.</summary>
                /// <param name="input">… × channels × length, with a batch or without.</param>
                /// <param name="weight">Outputs × inputs per group × kernel.</param>
                /// <param name="bias">One number per output; null for none.</param>
                /// <param name="stride">The distance between neighbouring windows; null for 1.</param>
                /// <param name="padding">What is added at both ends; null for 0.</param>
                /// <param name="dilation">The distance between neighbouring elements of the kernel; null for 1.</param>
                /// <param name="groups">The number of groups of channels that do not mix.</param>
                /// <returns>The same with the output channels and length.</returns>
                /// <exception cref="ExternalException">The sizes or types do not fit.</exception>
                public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                    ConvolutionOperation.Apply1d(input, weight, bias, stride ?? 1, padding ?? 0, dilation ?? 1, groups);
            }
        }
    }
}
