namespace DtcGen.Commands;

/// <summary>The standard output is full or closed.</summary>
/// <param name="cause">What the system said.</param>
internal sealed class OutputException(Exception cause) : Exception(cause.GetBaseException().Message, cause);
