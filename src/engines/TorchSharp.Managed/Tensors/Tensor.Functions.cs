namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor abs() => Functions.Abs(this);

        /// <summary>e to the power of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor exp() => Functions.Exp(this);

        /// <summary>The natural logarithm of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor log() => Functions.Log(this);

        /// <summary>The square root of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor sqrt() => Functions.Sqrt(this);

        /// <summary>One over the square root of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor rsqrt() => Functions.ReciprocalSqrt(this);

        /// <summary>One over each element.</summary>
        /// <returns>The result.</returns>
        public Tensor reciprocal() => Functions.Reciprocal(this);

        /// <summary>The square of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor square() => Functions.Square(this);

        /// <summary>-1, 0 or 1 by each element's sign.</summary>
        /// <returns>The result.</returns>
        public Tensor sign() => Functions.Sign(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        /// <returns>The result.</returns>
        public Tensor tanh() => Functions.Tanh(this);

        /// <summary>1 / (1 + exp(-x)) for each element.</summary>
        /// <returns>The result.</returns>
        public Tensor sigmoid() => Functions.Sigmoid(this);

        /// <summary>The larger of 0 and each element.</summary>
        /// <returns>The result.</returns>
        public Tensor relu() => Functions.Relu(this);

        /// <summary>x·sigmoid(x) for each element.</summary>
        /// <returns>The result.</returns>
        public Tensor silu() => Functions.Silu(this);

        /// <summary>x·Φ(x) for each element, Φ being the normal distribution function.</summary>
        /// <returns>The result.</returns>
        public Tensor gelu() => Functions.Gelu(this);

        /// <summary>Sets negative elements to 0.</summary>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor relu_() => Functions.ReluInto(this);

        /// <summary>Each element, moved to the nearer bound if it lies outside.</summary>
        /// <param name="min">The lower bound, or null for none.</param>
        /// <param name="max">The upper bound, or null for none.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">Both bounds are null.</exception>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Functions.Clamp(this, min, max);

        /// <summary>Each element, moved to its nearer bound if it lies outside.</summary>
        /// <param name="min">The lower bound, or null for none.</param>
        /// <param name="max">The upper bound, or null for none.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">Both bounds are null, or the shapes do not broadcast.</exception>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Extremes.Clamp(this, min, max);

        /// <summary>Moves elements outside the bounds to the nearer bound.</summary>
        /// <param name="min">The lower bound, or null for none.</param>
        /// <param name="max">The upper bound, or null for none.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Functions.ClampInto(this, min, max);

        /// <summary>Moves elements outside their bounds to the nearer bound.</summary>
        /// <param name="min">The lower bound, or null for none.</param>
        /// <param name="max">The upper bound, or null for none.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Extremes.ClampInto(this, min, max);

        /// <summary>Each element, or the bound if that is larger.</summary>
        /// <param name="min">The lower bound.</param>
        /// <returns>The result.</returns>
        public Tensor clamp_min(Scalar min) => Functions.Clamp(this, min, null);

        /// <summary>Which elements are NaN.</summary>
        /// <returns>Truth values.</returns>
        public Tensor isnan() => Comparisons.IsNaN(this);

        /// <summary>Which elements are neither infinite nor NaN.</summary>
        /// <returns>Truth values.</returns>
        public Tensor isfinite() => Comparisons.IsFinite(this);

        /// <summary>exp(x) along a dimension, divided by its sum.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="dtype">The type of the elements; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point, or there is no such dimension.</exception>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax.Of(this, dim, dtype, log: false);

        /// <summary>The logarithm of softmax, computed without loss for large differences.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="dtype">The type of the elements; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point, or there is no such dimension.</exception>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax.Of(this, dim, dtype, log: true);
    }
}
