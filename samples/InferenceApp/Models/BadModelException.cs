namespace DtcGen.Samples.InferenceApp;

/// <summary>A file that is no model which this app can serve; the message says why.</summary>
internal sealed class BadModelException(string message, Exception? innerException = null) : Exception(message, innerException);
