namespace DtcGen.Samples;

/// <summary>An error that no user could foresee, with where it happened and what was written before it.</summary>
internal sealed class PipelineException(string message, Exception innerException) : Exception(message, innerException);
