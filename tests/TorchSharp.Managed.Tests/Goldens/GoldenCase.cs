using System.Text.Json;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>One line of the golden index; a gradient is null where none was asked for.</summary>
internal sealed record GoldenCase(string Operation, int Line, JsonElement Arguments, GoldenTensor[] Inputs, GoldenTensor[] Outputs, GoldenTensor?[] Gradients)
{
    internal bool HasGradients => Gradients.Any(static g => g is not null);

    public override string ToString() =>
        $"{Operation} (line {Line}) {Arguments} on {string.Join(", ", Inputs.Select(static i => $"[{string.Join(", ", i.Shape)}]"))}";
}
