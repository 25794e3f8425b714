namespace DtcGen.Recording;

/// <summary>A function was called in a way that the table does not know; the recorder notes it as an opaque step.</summary>
/// <param name="message">What is not known.</param>
internal sealed class UnfollowedException(string message) : Exception(message);
