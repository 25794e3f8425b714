namespace DtcGen.Samples.InferenceApp;

/// <summary>Something that the user can mend; the message says what and how.</summary>
internal sealed class AppException(string message, Exception? innerException = null) : Exception(message, innerException);
