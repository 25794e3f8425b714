using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Functions;

/// <summary>A function of TorchSharp: what it computes, what it is called, and which of its parameters say how.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Names">Its names, without the underscore of the form that works in place.</param>
/// <param name="Settings">Its settings, in the order of the operation's arguments.</param>
internal sealed record TorchFunction(OperatorKind Kind, string[] Names, Setting[] Settings)
{
    /// <summary>What ONNX calls it, where the kind stands for several functions.</summary>
    public string Onnx { get; init; } = string.Empty;

    /// <summary>How many tensors or numbers it takes.</summary>
    public int Operands { get; init; } = 1;

    /// <summary>The classes of the layers that compute the same, and whose settings have the same names.</summary>
    public string[] Layers { get; init; } = [];

    /// <summary>Whether the generator reads it; another is followed when a model is recorded.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Settings behind the others that only a recording has.</summary>
    public Setting[] RecordedSettings { get; init; } = [];
}
