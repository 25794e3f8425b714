namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Elements of this where the condition holds, of the other elsewhere.</summary>
        /// <param name="condition">Truth values; true picks from the first.</param>
        /// <param name="y">Picked where the condition does not hold.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor where(Tensor condition, Tensor y) => Selection.Where(condition, this, y);

        /// <summary>A copy with a number where the mask holds.</summary>
        /// <param name="mask">Truth values; broadcast against the tensor.</param>
        /// <param name="value">The number.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor masked_fill(Tensor mask, Scalar value) => Selection.MaskedFill(this, mask, value);

        /// <summary>Writes a number where the mask holds.</summary>
        /// <param name="mask">Truth values; broadcast against the tensor.</param>
        /// <param name="value">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is a leaf that requires grad, or the result does not fit its size or type.</exception>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Selection.MaskedFillInto(this, mask, value);
    }
}
