namespace TorchSharp;

public static partial class torch
{
    /// <summary>The matrix product of vectors, matrices, or batches of matrices that broadcast.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The right factor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The product of two matrices.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The right factor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of two batches of matrices.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="batch2">The second batch of matrices.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes cannot be multiplied, or the types differ.</exception>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>The inner product of two vectors.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other vector.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">These are not vectors of one length.</exception>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>All products of the elements of two vectors.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="vec2">The second vector.</param>
    /// <returns>A matrix.</returns>
    /// <exception cref="ExternalException">These are not vectors.</exception>
    public static Tensor outer(Tensor input, Tensor vec2) => MatrixProducts.Outer(input, vec2);
}
