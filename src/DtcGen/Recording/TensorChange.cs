using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>A tensor that was changed in place.</summary>
/// <param name="Storage">Where its elements lie.</param>
/// <param name="Type">What they are.</param>
/// <param name="Value">The value that it is since.</param>
internal sealed record TensorChange(TensorStorage Storage, ScalarType Type, int Value);
