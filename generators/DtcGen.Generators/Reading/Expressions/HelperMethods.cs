using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>A method of the module's own class, read in place of its call.</summary>
internal static class HelperMethods
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation
            {
                Instance: null or IInstanceReferenceOperation, TargetMethod: { IsAbstract: false } method
            } call
            || method is { IsStatic: true, IsVirtual: true }
            || method.MethodKind != MethodKind.Ordinary
            || !reader.Session.IsDeclared(method))
        {
            return null;
        }

        // 'base.Act(x)' is what it says; another method is what the module's own class makes of it.
        var run = call.Syntax is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax }
        }
            ? method
            : Symbols.MostDerived(reader.Module.Type, method);
        var arguments = ModuleCalls.Arguments(reader, call);
        return arguments.Any(static argument => argument is UnreadableValue)
            ? UnreadableValue.Instance
            : new ForwardReader(reader.Session, reader.Module).ReadMethod(run, arguments, call);
    }
}
