namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor repeated along each dimension.</summary>
        /// <param name="sizes">How many times, per dimension.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There are fewer numbers than dimensions.</exception>
        public Tensor repeat(params long[] sizes) => Joining.Repeat(this, sizes);

        /// <summary>The lower triangle of matrices, zero elsewhere.</summary>
        /// <param name="diagonal">Which diagonal: 0 the main one, positive above it.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There are fewer than two dimensions.</exception>
        public Tensor tril(long diagonal = 0) => Joining.Triangle(this, diagonal, lower: true);

        /// <summary>The upper triangle of matrices, zero elsewhere.</summary>
        /// <param name="diagonal">Which diagonal: 0 the main one, positive above it.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There are fewer than two dimensions.</exception>
        public Tensor triu(long diagonal = 0) => Joining.Triangle(this, diagonal, lower: false);
    }
}
