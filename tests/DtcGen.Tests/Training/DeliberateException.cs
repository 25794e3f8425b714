namespace DtcGen.Tests.Training;

/// <summary>What a test's own code throws.</summary>
internal sealed class DeliberateException : Exception;
