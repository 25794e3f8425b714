using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>
/// Proves that a module in a field is one of its owner's modules: what is not is never put into evaluation mode, trained,
/// moved or saved with it. The first <c>RegisterComponents()</c> that runs takes in the fields that are set by then, and
/// the ones behind it do nothing.
/// </summary>
internal static class Registration
{
    private const string All = "RegisterComponents";
    private const string One = "register_module";

    /// <summary>Whether the owner never registers anything, which no run can make right.</summary>
    public static bool IsMissing(ReadingSession session, Construction construction)
        => construction.Unknown is null
            && construction.Steps.Concat(construction.Others.Select(static other => new ConstructorStep(other, null)))
                .SelectMany(static step => step.Constructor.ContainingType.DeclaringSyntaxReferences)
                .All(part => session.Mentions.Identifiers(part.GetSyntax()) is var named && !named[All].Any() && !named[One].Any());

    /// <summary>Whether the field is known to be registered with what it holds.</summary>
    public static bool IsProved(ReadingSession session, Construction construction, IFieldSymbol field, FieldValue value)
    {
        for (var step = 0; step < construction.Steps.Length; step++)
        {
            var (constructor, declaration) = construction.Steps[step];
            if (declaration is null)
            {
                continue;
            }

            var named = session.Mentions.Identifiers(declaration);
            var isBehind = step > value.Step;
            foreach (var mention in named[One])
            {
                if (Call(session, mention) is { ArgumentList.Arguments: [var name, var registered] } call
                    && session.Operation(name.Expression)?.ConstantValue is { HasValue: true, Value: string text } && text == field.Name
                    && Reach.Of(session, call, declaration, construction.Bindings) is true
                    && (isBehind || (step == value.Step && call.SpanStart > value.Position))
                    && SymbolEqualityComparer.Default.Equals(session.Symbol(registered.Expression)?.OriginalDefinition, field.OriginalDefinition))
                {
                    return true;
                }
            }

            foreach (var mention in named[All])
            {
                if (Call(session, mention) is not { } call)
                {
                    continue;
                }

                switch (Reach.Of(session, call, declaration, construction.Bindings))
                {
                    case true:
                        return isBehind || (step == value.Step && call.SpanStart > value.Position);
                    case null:
                        return false;
                }
            }
        }

        return false;
    }

    private static InvocationExpressionSyntax? Call(ReadingSession session, IdentifierNameSyntax mention)
        => Written.Whole(mention).Parent is InvocationExpressionSyntax call
            && mention.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax }
            && session.Symbol(mention) is IMethodSymbol method
            && session.Torch.IsOwn(method.ContainingType)
            ? call
            : null;
}
