using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>A stretch of a dimension, or one entry of it, that indices say.</summary>
internal static class Slices
{
    public static TensorValue Add(ForwardReader reader, OperatorKind kind, TensorValue input, params Argument[] arguments)
        => reader.Session.Graph.Add(
            kind, reader.Module.Place.Join(kind.ToString().ToLowerInvariant()), [input.ToOperand()], [.. arguments]);
}
