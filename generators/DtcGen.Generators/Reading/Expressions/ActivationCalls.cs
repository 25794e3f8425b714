using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Activations in their functional spellings.</summary>
internal static class ActivationCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call || Activation.ByFunction(call.Function) is not { } activation)
        {
            return null;
        }

        var input = reader.ReadTensor(call.Input);
        var settings = ImmutableArray.CreateBuilder<Argument>();
        foreach (var setting in activation.Settings)
        {
            if (call.Argument(setting) is not { } value)
            {
                return reader.Unreadable(operation, $"'{call.Function}' with its setting '{setting}'");
            }

            if (reader.ReadArgument(value) is not { } argument)
            {
                return UnreadableValue.Instance;
            }

            settings.Add(argument);
        }

        return input is null
            ? UnreadableValue.Instance
            : reader.Session.Graph.Add(
                activation.Kind,
                reader.Module.Place.Join(activation.Function),
                [input.ToOperand()],
                settings.ToImmutable(),
                inPlace: call.InPlace);
    }
}
