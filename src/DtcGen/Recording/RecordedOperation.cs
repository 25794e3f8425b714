using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>One step that a forward took.</summary>
internal sealed class RecordedOperation
{
    /// <summary>What it computes.</summary>
    public required OperatorKind Kind { get; init; }

    /// <summary>The function that was called, where the kind stands for several.</summary>
    public required string Function { get; init; }

    /// <summary>Its unique name: the module's path, or the function's within it.</summary>
    public required string Name { get; init; }

    /// <summary>The module that was called, if it was one.</summary>
    public nn.Module? Module { get; init; }

    /// <summary>The parameter, buffer or constant that it brings in.</summary>
    public Tensor? Held { get; set; }

    /// <summary>The operands, in order.</summary>
    public required IReadOnlyList<RecordedOperand> Inputs { get; init; }

    /// <summary>
    /// Its settings, in the order that the kind's rules and the ONNX builder take them: numbers, truth values, lists of
    /// numbers.
    /// </summary>
    public required IReadOnlyList<object?> Arguments { get; init; }

    /// <summary>The first value that it makes.</summary>
    public required int Output { get; init; }

    /// <summary>How many values it makes.</summary>
    public required int Outputs { get; init; }

    /// <summary>Why export refuses it, or null.</summary>
    public string? Refusal { get; init; }
}
