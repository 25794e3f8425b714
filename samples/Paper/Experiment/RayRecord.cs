namespace DtcGen.Samples.Paper;

/// <summary>What the two weight rays showed at one clip.</summary>
/// <param name="Measurements">Measurements per ray.</param>
/// <param name="EntropyPreviousBits">Gibbs entropy of the previous layer's measurements in bits; null where undefined.</param>
/// <param name="EntropyNextNats">Gibbs entropy of the next layer's measurements in nats; null where undefined.</param>
/// <param name="AbsMeanOverSize">Mean absolute value of the rays' sum, divided by the number of neurons before the clip.</param>
internal sealed record RayRecord(int Measurements, double? EntropyPreviousBits, double? EntropyNextNats, double AbsMeanOverSize);
