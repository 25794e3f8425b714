namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A vector of the elements of an array.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor without dimensions that holds a number.</summary>
        /// <param name="scalar">The number.</param>
        public static implicit operator Tensor(Scalar scalar) => empty(Array.Empty<long>(), dtype: Creation.TypeOf(scalar)).fill_(scalar);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator byte(Tensor value) => Creation.Value<byte>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator sbyte(Tensor value) => Creation.Value<sbyte>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator short(Tensor value) => Creation.Value<short>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator int(Tensor value) => Creation.Value<int>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator long(Tensor value) => Creation.Value<long>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator float(Tensor value) => Creation.Value<float>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator double(Tensor value) => Creation.Value<double>(value);

        /// <summary>The value of a tensor with one element, cast.</summary>
        /// <param name="value">The tensor.</param>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public static explicit operator bool(Tensor value) => Creation.Value<bool>(value);
    }
}
