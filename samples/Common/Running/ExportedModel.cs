namespace DtcGen.Samples;

/// <summary>A network that was written to ONNX and compared with its file.</summary>
/// <param name="FileName">The file's name in the output folder.</param>
/// <param name="Result">What is known of it, latencies apart.</param>
/// <param name="Parity">How the file compares with the network.</param>
/// <param name="ExportSeconds">How long writing it took.</param>
/// <param name="ParitySeconds">How long the comparison took.</param>
internal sealed record ExportedModel(string FileName, ModelResult Result, ParityResult Parity, double ExportSeconds, double ParitySeconds);
