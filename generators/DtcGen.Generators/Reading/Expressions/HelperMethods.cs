using System.Collections.Immutable;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>A method of the module's own class, read in place of its call.</summary>
internal static class HelperMethods
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation { Instance: null or IInstanceReferenceOperation, TargetMethod: { IsVirtual: false, IsAbstract: false } method } call
            || method.MethodKind != MethodKind.Ordinary
            || method.DeclaringSyntaxReferences.Length == 0)
        {
            return null;
        }

        var arguments = call.Arguments
            .OrderBy(static argument => argument.Parameter?.Ordinal)
            .Select(argument => reader.Read(argument.Value))
            .ToImmutableArray();
        return arguments.Any(static argument => argument is UnreadableValue)
            ? UnreadableValue.Instance
            : new ForwardReader(reader.Session, reader.Module).ReadMethod(method, arguments, call);
    }
}
