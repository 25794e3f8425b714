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
            ScalarType own = dtype;
            bool fits = own switch
            {
                ScalarType.Float32 => typeof(T) == typeof(float),
                ScalarType.Float64 => typeof(T) == typeof(double),
                ScalarType.Int64 => typeof(T) == typeof(long),
                ScalarType.Int32 => typeof(T) == typeof(int),
                ScalarType.Int16 => typeof(T) == typeof(short),
                ScalarType.Int8 => typeof(T) == typeof(sbyte),
                ScalarType.Byte => typeof(T) == typeof(byte),
                _ => typeof(T) == typeof(bool),
            };
            if (!fits)
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {own}");
            }
        }
    }
}
