using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Locals and parameters.</summary>
internal static class Variables
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation) => operation switch
    {
        ILocalReferenceOperation { ConstantValue.HasValue: false } local => reader.Variable(local.Local),
        IParameterReferenceOperation parameter => reader.Variable(parameter.Parameter),
        _ => null,
    };
}
