namespace DtcGen.Generators.Tests.Harness;

/// <summary>How large a network is, in closed form from its layers' sizes.</summary>
/// <param name="Parameters">Stored numbers, the running statistics of normalisations among them.</param>
/// <param name="MultiplyAdds">Multiplications for one sample.</param>
internal readonly record struct Size(long Parameters, long MultiplyAdds)
{
    public static Size operator +(Size left, Size right)
        => new(left.Parameters + right.Parameters, left.MultiplyAdds + right.MultiplyAdds);

    /// <summary>A convolution, or at a kernel of 1 a fully connected layer, with a bias.</summary>
    /// <param name="inputs">The inputs that each output sees.</param>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="kernel">The entries of a kernel.</param>
    /// <param name="places">In how many places of a sample it is applied.</param>
    public static Size Layer(long inputs, long outputs, long kernel = 1, long places = 1)
        => NoBias(inputs, outputs, kernel, places) + new Size(outputs, 0);

    /// <summary>The same without a bias.</summary>
    public static Size NoBias(long inputs, long outputs, long kernel = 1, long places = 1)
        => new(inputs * outputs * kernel, inputs * outputs * kernel * places);

    /// <summary>A batch normalisation: weight, bias, mean and variance of each channel.</summary>
    public static Size BatchNorm(long channels) => new(4 * channels, 0);

    /// <summary>A layer normalisation: weight and bias of each feature.</summary>
    public static Size LayerNorm(long features) => new(2 * features, 0);

    /// <summary>
    /// A group normalisation: weight and bias of each channel. In a file it brings a one and a zero for each of its
    /// groups.
    /// </summary>
    public static Size GroupNorm(long groups, long channels) => new((2 * channels) + (2 * groups), 0);
}
