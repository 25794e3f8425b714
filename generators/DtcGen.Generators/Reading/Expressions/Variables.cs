using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Locals and parameters.</summary>
internal static class Variables
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation) => operation switch
    {
        ILocalReferenceOperation { ConstantValue.HasValue: false } local => Read(reader, local, local.Local),
        IParameterReferenceOperation parameter => Read(reader, parameter, parameter.Parameter),
        _ => null,
    };

    private static ReadValue? Read(ForwardReader reader, IOperation at, ISymbol variable)
        => reader.Variable(variable) is TensorValue tensor && reader.Session.Graph.IsSpoiled(tensor)
            ? reader.Unreadable(
                at, "a tensor that has not been changed in place through a view of it, or by an ELU, which leaves its input as it was")
            : reader.Variable(variable);
}
