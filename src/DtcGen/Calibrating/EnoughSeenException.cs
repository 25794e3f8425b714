namespace DtcGen.Calibrating;

/// <summary>Ends a forward pass of which no more is needed.</summary>
internal sealed class EnoughSeenException : OperationCanceledException;
