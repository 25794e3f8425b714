namespace DtcGen.Recording;

/// <summary>A model's own forward computes something else than its recorded one.</summary>
internal sealed class RecordingDiffersException(string message) : InvalidOperationException(message);
