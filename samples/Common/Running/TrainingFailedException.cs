namespace DtcGen.Samples;

/// <summary>Training cannot go on; the message says where and why.</summary>
public sealed class TrainingFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
