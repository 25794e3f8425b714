namespace DtcGen.PublicModels.Trials;

/// <summary>What a layer takes, which the first layers of a model tell of its input.</summary>
/// <param name="Kind">Which shapes are likely.</param>
/// <param name="Size">How many features or channels.</param>
internal sealed record LayerHint(LayerHintKind Kind, long Size);
