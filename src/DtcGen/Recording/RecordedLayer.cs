using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>A layer with weights that was called.</summary>
/// <param name="Module">It.</param>
/// <param name="Description">What the grouping knows of it.</param>
internal sealed record RecordedLayer(nn.Module Module, Layer Description);
