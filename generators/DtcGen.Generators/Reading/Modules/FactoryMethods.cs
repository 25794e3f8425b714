using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A method of the user's that only returns a module: <c>static Sequential Stage(int width) => Sequential(...)</c>.</summary>
internal static class FactoryMethods
{
    public static ReadModule? Recognise(ModuleCreation creation)
    {
        if (creation.Expression is not IInvocationOperation
            {
                Instance: null or IInstanceReferenceOperation, TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false }
            } call
            || creation.Session.Declaration(call.TargetMethod) is not { } declaration
            || Returned(creation.Session.Operation(declaration)) is not { } returned
            || !creation.Session.Enter())
        {
            return null;
        }

        try
        {
            return ModuleReader.Read(creation with
            {
                Expression = returned,
                Bindings = Bindings.Of(creation.Session, call.Arguments, creation.Bindings),
            });
        }
        finally
        {
            creation.Session.Leave();
        }
    }

    private static IOperation? Returned(IOperation? declaration)
    {
        var body = declaration switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };

        // Variables in between are read where the value names them.
        return body?.Operations is [.. var declarations, IReturnOperation { ReturnedValue: { } value }]
            && declarations.All(static declaration => declaration is IVariableDeclarationGroupOperation)
            ? value
            : null;
    }
}
