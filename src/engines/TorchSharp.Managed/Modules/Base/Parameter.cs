using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module trains.</summary>
    public class Parameter : Tensor
    {
        /// <summary>Takes over a tensor: <paramref name="data"/> is unusable afterwards.</summary>
        /// <param name="data">The values; not detached, so make them under <c>no_grad()</c> or from <c>detach()</c>.</param>
        /// <param name="requires_grad">Whether to train it.</param>
        /// <exception cref="ExternalException"><paramref name="requires_grad"/> is set for a type that is not floating point.</exception>
        public Parameter(Tensor data, bool requires_grad = true)
            : base(Checked(data, requires_grad))
        {
            this.requires_grad = requires_grad;
        }

        /// <summary>Refuses before the tensor is taken over, so that a failed call leaves it usable.</summary>
        private static Tensor Checked(Tensor data, bool requiresGrad)
        {
            ArgumentNullException.ThrowIfNull(data);
            return !requiresGrad || Dtype.IsFloating(data.dtype)
                ? data
                : throw TorchError.Of($"Only Tensors of floating point and complex dtype can require gradients, not {data.dtype}");
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a parameter of a tensor, which it takes over.</summary>
            /// <param name="data">The values; unusable afterwards.</param>
            /// <param name="requires_grad">Whether to train it.</param>
            /// <returns>The parameter.</returns>
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
