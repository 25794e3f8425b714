using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adds zeros around images.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(params long[] padding)
            : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a layer that adds zeros on all four sides of images.</summary>
            /// <param name="padding">How many on each side.</param>
            /// <returns>The layer.</returns>
            public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>Makes a layer that adds zeros around images.</summary>
            /// <param name="padding">How many left, right, above and below.</param>
            /// <returns>The layer.</returns>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
