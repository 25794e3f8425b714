using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What one index does.</summary>
/// <param name="Kind">Its operation.</param>
/// <param name="Arguments">Its settings.</param>
/// <param name="Other">The indices, where they are a tensor.</param>
/// <param name="Apply">Computes it.</param>
internal sealed record IndexingStep(OperatorKind Kind, IReadOnlyList<object?> Arguments, Tensor? Other, Func<Tensor, Tensor> Apply);
