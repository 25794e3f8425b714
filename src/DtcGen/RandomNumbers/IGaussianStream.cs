namespace DtcGen.RandomNumbers;

/// <summary>A sequence of independent standard normal numbers.</summary>
internal interface IGaussianStream
{
    /// <summary>Writes the next numbers of the sequence. Two calls give what one longer call would.</summary>
    /// <param name="destination">Receives them.</param>
    void Fill(Span<double> destination);
}
