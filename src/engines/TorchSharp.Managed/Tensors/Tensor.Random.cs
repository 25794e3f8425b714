namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with normal random numbers.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="generator">Where they come from; null for the default generator.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The standard deviation is negative, or the tensor must not be written to.</exception>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Sampling.Normal(this, mean, std, generator);

        /// <summary>Fills with random numbers of equal probability.</summary>
        /// <param name="from">The lower bound, included.</param>
        /// <param name="to">The upper bound, excluded.</param>
        /// <param name="generator">Where they come from; null for the default generator.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The bounds are in the wrong order, or the tensor must not be written to.</exception>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Sampling.Uniform(this, from, to, generator);
    }
}
