namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product of vectors, matrices, or batches of matrices that broadcast.</summary>
        /// <param name="target">The right factor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
        public Tensor matmul(Tensor target) => MatrixProducts.Matmul(this, target);

        /// <summary>The product of two matrices.</summary>
        /// <param name="target">The right factor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
        public Tensor mm(Tensor target) => MatrixProducts.Mm(this, target);

        /// <summary>The products of two batches of matrices.</summary>
        /// <param name="batch2">The second batch of matrices.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
        public Tensor bmm(Tensor batch2) => MatrixProducts.Bmm(this, batch2);

        /// <summary>The inner product of two vectors.</summary>
        /// <param name="target">The other vector.</param>
        /// <returns>The result.</returns>
        /// <exception cref="InvalidOperationException">These are not vectors of one length.</exception>
        public Tensor dot(Tensor target) => MatrixProducts.Dot(this, target);
    }
}
