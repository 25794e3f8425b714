using System.Collections.Immutable;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Functions of <see cref="TorchFunctions"/>, in all their spellings: <c>torch.abs(x)</c>, <c>x.abs()</c>, <c>-x</c>.</summary>
internal static class FunctionCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is IUnaryOperation { OperatorMethod: { } method } unary
            && reader.Session.Torch.IsTensor(method.ContainingType)
            && TorchFunctions.Find(method.Name) is { } negation)
        {
            return reader.ReadTensor(unary.Operand) is { } operand
                ? reader.Session.Graph.Add(negation.Kind, reader.Module.Place.Join(negation.Names[0]), [operand.ToOperand()])
                : UnreadableValue.Instance;
        }

        return TensorCall.Of(reader, operation) is not { } call || TorchFunctions.Find(call.Function) is not { } function
            ? null
            : function.Kind switch
            {
                OperatorKind.Chunk or OperatorKind.Split => PartCalls.Read(reader, call),
                OperatorKind.ScaledDotProductAttention => AttentionCalls.Read(reader, call),
                OperatorKind.Identity => VanishingCalls.Read(reader, call, function),
                _ when function.Operands == 2 => Arithmetic.Read(reader, call, function),
                _ => Read(reader, call, function),
            };
    }

    private static ReadValue Read(ForwardReader reader, TensorCall call, TorchFunction function)
    {
        if (reader.ReadTensor(call.Input) is not { } input)
        {
            return UnreadableValue.Instance;
        }

        var settings = ImmutableArray.CreateBuilder<Argument>();
        foreach (var setting in function.Settings)
        {
            if (CallSettings.Read(call, setting) is not { } read)
            {
                return UnreadableValue.Instance;
            }

            settings.AddRange(read);
        }

        return reader.Session.Graph.Add(
            function.Kind, reader.Module.Place.Join(call.Function), [input.ToOperand()], settings.ToImmutable(), inPlace: call.InPlace);
    }
}
