namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Which elements equal the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor eq(Tensor target) => Comparisons.Of(this, target, default(Comparisons.Equal), "eq");

        /// <summary>Which elements equal a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor eq(Scalar target) => Comparisons.Of(this, target, default(Comparisons.Equal), "eq");

        /// <summary>Which elements are not equal to the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor ne(Tensor target) => Comparisons.Of(this, target, default(Comparisons.NotEqual), "ne");

        /// <summary>Which elements are not equal to a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor ne(Scalar target) => Comparisons.Of(this, target, default(Comparisons.NotEqual), "ne");

        /// <summary>Which elements are less than the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor lt(Tensor target) => Comparisons.Of(this, target, default(Comparisons.Less), "lt");

        /// <summary>Which elements are less than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor lt(Scalar target) => Comparisons.Of(this, target, default(Comparisons.Less), "lt");

        /// <summary>Which elements are not greater than the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor le(Tensor target) => Comparisons.Of(this, target, default(Comparisons.LessOrEqual), "le");

        /// <summary>Which elements are not greater than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor le(Scalar target) => Comparisons.Of(this, target, default(Comparisons.LessOrEqual), "le");

        /// <summary>Which elements are greater than the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor gt(Tensor target) => Comparisons.Of(this, target, default(Comparisons.Greater), "gt");

        /// <summary>Which elements are greater than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor gt(Scalar target) => Comparisons.Of(this, target, default(Comparisons.Greater), "gt");

        /// <summary>Which elements are not less than the other tensor's.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor ge(Tensor target) => Comparisons.Of(this, target, default(Comparisons.GreaterOrEqual), "ge");

        /// <summary>Which elements are not less than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>Truth values.</returns>
        public Tensor ge(Scalar target) => Comparisons.Of(this, target, default(Comparisons.GreaterOrEqual), "ge");

        /// <summary>Whether |this - target| is at most atol + rtol·|target| everywhere.</summary>
        /// <param name="target">The other operand; broadcasts against this one.</param>
        /// <param name="rtol">The tolerance relative to the target.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="equal_nan">Whether NaN equals NaN.</param>
        /// <returns>True when all elements are close.</returns>
        /// <exception cref="ExternalException">The types differ or the shapes do not broadcast.</exception>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Comparisons.AllClose(this, target, rtol, atol, equal_nan);
    }
}
