using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Poolings in their functional spellings.</summary>
internal static class PoolingCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call || Pooling.ByFunction(call.Function) is not { } pooling)
        {
            return null;
        }

        var settings = ImmutableArray.CreateBuilder<Argument>();
        foreach (var setting in pooling.Settings)
        {
            // One overload calls its strides by the plural.
            var given = call.Argument(setting) ?? call.Argument($"{setting}s");
            if (given is null || !reader.TryConstant(given, out var value))
            {
                return reader.Unreadable(given ?? operation, $"a constant '{setting}'");
            }

            settings.Add(pooling.Argument(value));
        }

        return reader.ReadTensor(call.Input) is { } input
            ? reader.Session.Graph.Add(
                pooling.Kind, reader.Module.Place.Join(pooling.Function), [input.ToOperand()], settings.ToImmutable())
            : UnreadableValue.Instance;
    }
}
