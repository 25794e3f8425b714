namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor add(Tensor target) => Arithmetic.Add(this, target);

        /// <summary>The sum with a number.</summary>
        /// <param name="scalar">A number.</param>
        /// <returns>The result.</returns>
        public Tensor add(Scalar scalar) => NumberArithmetic.Add(this, scalar);

        /// <summary>This plus alpha times the other.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <param name="alpha">What the other operand is multiplied by first.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor add(Tensor target, Scalar alpha) => Arithmetic.Add(this, target, alpha);

        /// <summary>This plus alpha times the number.</summary>
        /// <param name="scalar">A number.</param>
        /// <param name="alpha">What the other operand is multiplied by first.</param>
        /// <returns>The result.</returns>
        public Tensor add(Scalar scalar, Scalar alpha) => NumberArithmetic.Add(this, scalar, alpha);

        /// <summary>Adds in place.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor add_(Tensor target) => Arithmetic.AddInto(this, target);

        /// <summary>Adds a number in place.</summary>
        /// <param name="scalar">A number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor add_(Scalar scalar) => NumberArithmetic.AddInto(this, scalar);

        /// <summary>Adds alpha times the other in place.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <param name="alpha">What the other operand is multiplied by first.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor add_(Tensor target, Scalar alpha) => Arithmetic.AddInto(this, target, alpha);

        /// <summary>Adds alpha times the number in place.</summary>
        /// <param name="scalar">A number.</param>
        /// <param name="alpha">What the other operand is multiplied by first.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor add_(Scalar scalar, Scalar alpha) => NumberArithmetic.AddInto(this, scalar, alpha);

        /// <summary>The difference, element by element.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor sub(Tensor target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference from a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The result.</returns>
        public Tensor sub(Scalar target) => NumberArithmetic.Subtract(this, target);

        /// <summary>Subtracts in place.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor sub_(Tensor target) => Arithmetic.SubtractInto(this, target);

        /// <summary>Subtracts a number in place.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor sub_(Scalar target) => NumberArithmetic.SubtractInto(this, target);

        /// <summary>The product, element by element.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor mul(Tensor target) => Arithmetic.Multiply(this, target);

        /// <summary>The product with a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The result.</returns>
        public Tensor mul(Scalar target) => NumberArithmetic.Multiply(this, target);

        /// <summary>Multiplies in place.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor mul_(Tensor target) => Arithmetic.MultiplyInto(this, target);

        /// <summary>Multiplies with a number in place.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor mul_(Scalar target) => NumberArithmetic.MultiplyInto(this, target);

        /// <summary>The quotient, element by element; integers give floating point unless it is rounded.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <param name="rounding_mode">How to round the quotient.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Quotients.Divide(this, target, rounding_mode);

        /// <summary>The quotient by a number; integers give floating point unless it is rounded.</summary>
        /// <param name="target">The number.</param>
        /// <param name="rounding_mode">How to round the quotient.</param>
        /// <returns>The result.</returns>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Quotients.Divide(this, target, rounding_mode);

        /// <summary>Divides in place.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <param name="rounding_mode">How to round the quotient.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Quotients.DivideInto(this, target, rounding_mode);

        /// <summary>Divides by a number in place.</summary>
        /// <param name="target">The number.</param>
        /// <param name="rounding_mode">How to round the quotient.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Quotients.DivideInto(this, target, rounding_mode);

        /// <summary>The negative.</summary>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The elements are truth values.</exception>
        public Tensor neg() => Functions.Negate(this);

        /// <summary>Powers, element by element.</summary>
        /// <param name="exponent">The exponent.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor pow(Tensor exponent) => Powers.Power(this, exponent);

        /// <summary>Powers with one exponent.</summary>
        /// <param name="exponent">The exponent.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">Integers with a negative exponent.</exception>
        public Tensor pow(Scalar exponent) => Powers.Power(this, exponent);

        /// <summary>The larger of two, element by element; NaN if either is.</summary>
        /// <param name="other">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor maximum(Tensor other) => Extremes.Maximum(this, other);

        /// <summary>The smaller of two, element by element; NaN if either is.</summary>
        /// <param name="other">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor minimum(Tensor other) => Extremes.Minimum(this, other);

        /// <summary>The larger of two, element by element; NaN if either is.</summary>
        /// <param name="other">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor max(Tensor other) => Extremes.Maximum(this, other);

        /// <summary>The smaller of two, element by element; NaN if either is.</summary>
        /// <param name="other">The other operand; broadcasts against this one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor min(Tensor other) => Extremes.Minimum(this, other);
    }
}
