namespace DtcGen.PublicModels.Trials;

/// <summary>A value for a parameter of forward.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Make">Makes it, for a batch of a size.</param>
/// <param name="IsBatched">Whether the first dimension of its tensors is the batch's.</param>
internal sealed record InputArgument(string Text, Func<long, object?> Make, bool IsBatched = true);
