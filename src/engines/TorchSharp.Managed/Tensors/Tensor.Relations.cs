namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Which elements are equal.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary>Which elements are equal.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>Which elements are equal.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>Which elements differ.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary>Which elements differ.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>Which elements differ.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>Which elements of the first are less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary>Which elements of the first are less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>Which elements of the first are less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>Which elements of the first are not greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary>Which elements of the first are not greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>Which elements of the first are not greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>Which elements of the first are greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary>Which elements of the first are greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>Which elements of the first are greater.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>Which elements of the first are not less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary>Which elements of the first are not less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>Which elements of the first are not less.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        /// <summary>And, of truth values or of bits.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator &(Tensor left, Tensor right) => Logic.And(left, right);

        /// <summary>Or, of truth values or of bits.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator |(Tensor left, Tensor right) => Logic.Or(left, right);

        /// <summary>Exclusive or, of truth values or of bits.</summary>
        /// <param name="left">The first operand.</param>
        /// <param name="right">The second operand.</param>
        public static Tensor operator ^(Tensor left, Tensor right) => Logic.Xor(left, right);

        /// <summary>Not, of truth values or of bits.</summary>
        /// <param name="left">The operand.</param>
        public static Tensor operator ~(Tensor left) => Logic.Not(left);

        /// <summary>Whether another object is this very tensor; to compare elements use <see cref="eq(Tensor)"/>.</summary>
        /// <param name="obj">The other object.</param>
        /// <returns>True for the same object.</returns>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <summary>A hash of the tensor's identity.</summary>
        /// <returns>The hash.</returns>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
