using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Splits a dimension into several.</summary>
    public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Unflatten(long dim, long[] unflattened_size)
            : base(nameof(Unflatten))
        {
            this.dim = dim;
            this.unflattened_size = unflattened_size;
        }

        /// <summary>The dimension to split.</summary>
        public long dim { get; set; }

        /// <summary>The lengths of its parts; one may be -1.</summary>
        public long[] unflattened_size { get; set; }

        /// <summary>Splits the dimension.</summary>
        /// <param name="tensor">Any shape that has the dimension.</param>
        /// <returns>The same elements with more dimensions.</returns>
        public override Tensor forward(Tensor tensor) => tensor.unflatten(dim, unflattened_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a layer that splits a dimension into several.</summary>
            /// <param name="dim">The dimension to split; negative counts from the end.</param>
            /// <param name="unflattened_size">The lengths of its parts; one may be -1.</param>
            /// <returns>The layer.</returns>
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
