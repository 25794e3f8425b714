namespace DtcGen.Generators.Recording;

/// <summary>The recorded copy of a method.</summary>
/// <param name="Holder">Where it stands.</param>
/// <param name="Name">Its name there.</param>
internal sealed record RecordedMethod(RecordedHolder Holder, string Name);
