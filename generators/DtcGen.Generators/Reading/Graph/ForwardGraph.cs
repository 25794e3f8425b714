using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Reading.Graph;

/// <summary>
/// What <c>forward</c> computes. Values in flight are numbered: the inputs come first, then those of each operation.
/// </summary>
/// <param name="Inputs">The names of <c>forward</c>'s parameters; parameter i is value i.</param>
/// <param name="Layers">The layers with weights, in the order of their use.</param>
/// <param name="Operations">The operations, in the order of <c>forward</c>.</param>
/// <param name="Outputs">The values that <c>forward</c> returns.</param>
/// <param name="Keep">The layers whose neurons the user asked to keep.</param>
/// <param name="Sizes">The sizes of each value, where the graph was recorded; empty where it was read.</param>
/// <param name="Staying">Layers whose neurons stay whatever the operations say.</param>
internal sealed record ForwardGraph(
    EquatableArray<string> Inputs,
    EquatableArray<Layer> Layers,
    EquatableArray<Operation> Operations,
    EquatableArray<int> Outputs,
    EquatableArray<string> Keep,
    EquatableArray<EquatableArray<long>> Sizes = default,
    EquatableArray<StayingLayer> Staying = default);
