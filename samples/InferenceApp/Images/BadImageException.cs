namespace DtcGen.Samples.InferenceApp;

/// <summary>A request whose content is no image for the model; the message says why.</summary>
internal sealed class BadImageException(string message, Exception? innerException = null) : Exception(message, innerException);
