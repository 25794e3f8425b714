namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random whole numbers in [0, high).</summary>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(0, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers in [0, high).</summary>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers in [0, high).</summary>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(0, high, Array.ConvertAll(size, static n => (long)n), dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers in [low, high).</summary>
    /// <param name="low">The lower bound, included.</param>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers in [low, high).</summary>
    /// <param name="low">The lower bound, included.</param>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(low, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers in [low, high).</summary>
    /// <param name="low">The lower bound, included.</param>
    /// <param name="high">The upper bound, excluded.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">The range is empty or a length is negative.</exception>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Integers(low, high, Array.ConvertAll(size, static n => (long)n), dtype, device, requires_grad, generator);

    /// <summary>The numbers 0 to n - 1 in random order, into a given tensor.</summary>
    /// <param name="n">How many.</param>
    /// <param name="out">Where to write the result; null for a new tensor.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <returns>The given tensor.</returns>
    /// <exception cref="ExternalException">n is negative.</exception>
    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) => Output.To(@out, Sampling.Permutation(n, @out.dtype, generator));

    /// <summary>The numbers 0 to n - 1 in random order.</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <returns>A new tensor; Int64 unless told otherwise.</returns>
    /// <exception cref="ExternalException">n is negative.</exception>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Finish(Sampling.Permutation(n, dtype ?? ScalarType.Int64, generator), device, requires_grad);

    /// <summary>1 with each element's probability, else 0.</summary>
    /// <param name="input">The probabilities.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">An element is no probability.</exception>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Sampling.Bernoulli(input, generator);

    /// <summary>Indices drawn with probabilities in proportion to the weights in each row.</summary>
    /// <param name="input">The weights: a vector, or one row per distribution.</param>
    /// <param name="num_samples">How many to draw from each row.</param>
    /// <param name="replacement">Whether an index may be drawn more than once.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <returns>Int64 indices.</returns>
    /// <exception cref="ExternalException">The weights are negative or not finite, or there are too few.</exception>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Sampling.Multinomial(input, num_samples, replacement, generator);

    /// <summary>Normal random numbers, each with its own mean and standard deviation.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="std">The standard deviations; broadcast against the means.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Sampling.Normal(mean, std, generator);

    /// <summary>Normal random numbers.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal(size, mean, std, dtype, device, requires_grad, generator, "normal");
}
