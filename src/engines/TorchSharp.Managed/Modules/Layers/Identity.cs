using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Returns its input.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity()
            : base(nameof(Identity))
        {
        }

        /// <summary>Returns the input.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>Another handle to the same tensor.</returns>
        public override Tensor forward(Tensor tensor) => tensor.alias();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a layer that returns its input.</summary>
            /// <returns>The layer.</returns>
            public static Identity Identity() => new();
        }
    }
}
