namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Access to the elements from .NET.</summary>
        /// <typeparam name="T">The .NET type that the tensor's element type stands for.</typeparam>
        /// <returns>An accessor; the tensor must live as long as it is used.</returns>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor with one element.</summary>
        /// <typeparam name="T">The .NET type that the tensor's element type stands for.</typeparam>
        /// <returns>The element.</returns>
        /// <exception cref="ArgumentException">There is not exactly one element, or it is of another type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
            {
                throw new ArgumentException($"Number of elements in the tensor must be 1, but the shape is {TensorShape.Describe(Sizes)}");
            }

            RequireType<T>();
            T value = *Pointer<T>();
            GC.KeepAlive(this);
            return value;
        }

        private void RequireType<T>()
            where T : unmanaged
        {
            // Not a switch over the type: ahead of time, .NET 10's compiler makes an endless loop of one.
            ScalarType own = dtype;
            if (own != Dtype.Of<T>())
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {own}");
            }
        }
    }
}
