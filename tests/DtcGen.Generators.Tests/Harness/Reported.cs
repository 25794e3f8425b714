namespace DtcGen.Generators.Tests.Harness;

/// <summary>A diagnostic that was reported.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">The source text that it stands at.</param>
/// <param name="Message">Its message.</param>
internal sealed record Reported(string Id, string At, string Message);
