using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds elements beyond a tensor's edges.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How many before and behind, a pair for each dimension, the last dimension first. Negative numbers take away, in mode Constant.</param>
            /// <param name="mode">What stands beyond the edge; Zeros is another name of Constant here.</param>
            /// <param name="value">The value in mode Constant.</param>
            /// <returns>The larger tensor.</returns>
            /// <exception cref="ExternalException">The padding does not fit the tensor.</exception>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                PadOperation.Apply(input, pad, mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                PadOperation.Apply(input, [pad.Item1, pad.Item2], mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                PadOperation.Apply(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Adds as many elements at both ends of the last two dimensions.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">How many at each end.</param>
            /// <param name="mode">What stands beyond the edge; Zeros is another name of Constant here.</param>
            /// <param name="value">The value in mode Constant.</param>
            /// <returns>The larger tensor.</returns>
            /// <exception cref="ExternalException">The padding does not fit the tensor.</exception>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                PadOperation.Apply(input, [pad, pad, pad, pad], mode, value);
        }
    }
}
