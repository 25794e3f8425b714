using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Merges neighbouring dimensions into one; by default all but the first.</summary>
    public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Flatten(long start_dim, long end_dim)
            : base(nameof(Flatten))
        {
            this.start_dim = start_dim;
            this.end_dim = end_dim;
        }

        /// <summary>The last dimension to merge.</summary>
        public long end_dim { get; set; }

        /// <summary>The first dimension to merge.</summary>
        public long start_dim { get; set; }

        /// <summary>Merges the dimensions.</summary>
        /// <param name="input">Any shape that has the dimensions.</param>
        /// <returns>The same elements with fewer dimensions, as a view where possible.</returns>
        public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a layer that merges neighbouring dimensions into one.</summary>
            /// <param name="start_dim">The first dimension to merge.</param>
            /// <param name="end_dim">The last dimension to merge; negative counts from the end.</param>
            /// <returns>The layer.</returns>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
        }
    }
}
