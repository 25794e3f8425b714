using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>A tensor that was in flight.</summary>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Type">What its entries are.</param>
/// <param name="DependsOnInput">Whether it was computed from an input of the model.</param>
internal sealed record RecordedValue(long[] Sizes, ScalarType Type, bool DependsOnInput);
