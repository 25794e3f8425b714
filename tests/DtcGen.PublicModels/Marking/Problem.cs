namespace DtcGen.PublicModels.Marking;

/// <summary>Something said of a class.</summary>
/// <param name="Id">A diagnostic's id, or the name of an exception.</param>
/// <param name="Message">Its message.</param>
/// <param name="At">The place, a file and a line.</param>
/// <param name="Text">The source text there.</param>
internal sealed record Problem(string Id, string Message, string At, string Text);
