namespace TorchSharp;

public static partial class torch
{
    /// <summary>The absolute value of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>e to the power of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>The natural logarithm of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The square root of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>One over the square root of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>The square of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>-1, 0 or 1 by each element's sign.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>1 / (1 + exp(-x)) for each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>The negative of each element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>Which elements are NaN.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Which elements are neither infinite nor NaN.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>The sum, element by element.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>The sum of each element and a number.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>The difference, element by element.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>The difference of each element and a number.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>The product, element by element.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>The product of each element and a number.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>The result.</returns>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>The quotient, element by element; integers give floating point unless it is rounded.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <param name="rounding_mode">How to round the quotient.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>The quotient of each element by a number; integers give floating point unless it is rounded.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <param name="rounding_mode">How to round the quotient.</param>
    /// <returns>The result.</returns>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>The first plus alpha times the second.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <param name="alpha">What the other operand is multiplied by first.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary>The first plus alpha times the number.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <param name="alpha">What the other operand is multiplied by first.</param>
    /// <returns>The result.</returns>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary>Powers, element by element.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="exponent">The exponent.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>Powers with one exponent.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="exponent">The exponent.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">Integers with a negative exponent.</exception>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>The larger of two, element by element; NaN if either is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand; broadcasts against this one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two, element by element; NaN if either is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand; broadcasts against this one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>The larger of two, element by element; NaN if either is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand; broadcasts against this one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <summary>The smaller of two, element by element; NaN if either is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand; broadcasts against this one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <summary>Each element, moved to the nearer bound if it lies outside.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound, or null for none.</param>
    /// <param name="max">The upper bound, or null for none.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">Both bounds are null.</exception>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Each element, moved to its nearer bound if it lies outside.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound, or null for none.</param>
    /// <param name="max">The upper bound, or null for none.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">Both bounds are null, or the shapes do not broadcast.</exception>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>exp(x) along a dimension, divided by its sum.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point, or there is no such dimension.</exception>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    /// <summary>Which elements equal the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>Which elements are not equal to the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>Which elements are less than the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>Which elements are not greater than the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Which elements are greater than the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>Which elements are not less than the second tensor's.</summary>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand.</param>
    /// <returns>Truth values.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>Whether |tensor - target| is at most atol + rtol·|target| everywhere.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="target">The other operand; broadcasts against this one.</param>
    /// <param name="rtol">The tolerance relative to the target.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="equal_nan">Whether NaN equals NaN.</param>
    /// <returns>True when all elements are close.</returns>
    /// <exception cref="ExternalException">The types differ or the shapes do not broadcast.</exception>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);
}
