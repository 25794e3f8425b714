namespace DtcGen.Generators.Tests.Harness;

/// <summary>A model that must be recorded.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">A class <c>Tested.Net</c>.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Groups">The groups that its reader sees.</param>
internal sealed record RecordedModel(string Name, string Source, long[] Input, params string[] Groups);
