using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Reading.Graph;

/// <summary>One step of <c>forward</c>, in static single assignment form.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Name">Its unique name: the layer's, or the function's with a number when there are more.</param>
/// <param name="Layer">Its layer in <see cref="ForwardGraph.Layers"/>, or null when it has no weights.</param>
/// <param name="Inputs">The operands, in order.</param>
/// <param name="Output">The value it makes, or the first of them.</param>
/// <param name="Arguments">Its settings, in the order of TorchSharp's parameters.</param>
/// <param name="Outputs">How many values it makes, numbered one after the other.</param>
internal sealed record Operation(
    OperatorKind Kind,
    string Name,
    int? Layer,
    EquatableArray<Operand> Inputs,
    int Output,
    EquatableArray<Argument> Arguments,
    int Outputs = 1);
