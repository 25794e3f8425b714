using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>
/// Proves that a module in a field is one of its owner's modules, by the field's name: what is not is never put into
/// evaluation mode, trained, moved or saved with it. The first <c>RegisterComponents()</c> that runs takes in the fields
/// that are set by then, and the ones behind it do nothing.
/// </summary>
internal static class Registration
{
    private const string All = "RegisterComponents";
    private const string One = "register_module";

    /// <summary>Whether the owner never registers anything, which no run can make right.</summary>
    public static bool IsMissing(ReadingSession session, Construction construction)
        => construction is { Unknown: null, HasForeignBase: false }
            && Declarations(session, construction)
                .All(part => session.Mentions.Identifiers(part) is var named && !named[All].Any() && !named[One].Any());

    /// <summary>Whether the field is known to be registered with what it holds.</summary>
    public static bool IsProved(ReadingSession session, Construction construction, IFieldSymbol field, FieldValue value)
        => construction.Unknown is null
            && (!construction.HasForeignBase || value.Step < 0)
            && !Declarations(session, construction)
                .SelectMany(part => session.Mentions.Identifiers(part)[One])
                .Any(mention => IsOf(session, mention, field) is null)
            && IsReached(session, construction, field, value);

    private static IEnumerable<SyntaxNode> Declarations(ReadingSession session, Construction construction)
        => construction.Steps
            .SelectMany(step => session.Parts(step.Constructor.ContainingType))
            .Distinct();

    // Whether a register_module registers the field by its name, or others alone; null when it gives the one the
    // other's name, or cannot be told.
    private static bool? IsOf(ReadingSession session, IdentifierNameSyntax mention, IFieldSymbol field)
    {
        if (Written.Whole(mention).Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: [var name, var registered] }
            || session.Operation(name.Expression)?.ConstantValue is not { HasValue: true, Value: string text })
        {
            return null;
        }

        var isOne = SymbolEqualityComparer.Default.Equals(
            session.Symbol(registered.Expression)?.OriginalDefinition, field.OriginalDefinition);
        return isOne == (text == field.Name) ? isOne : null;
    }

    private static bool IsReached(ReadingSession session, Construction construction, IFieldSymbol field, FieldValue value)
    {
        for (var step = 0; step < construction.Steps.Length; step++)
        {
            if (construction.Steps[step].Declaration is not { } declaration)
            {
                continue;
            }

            var named = session.Mentions.Identifiers(declaration);
            foreach (var mention in named[One].Concat(named[All]))
            {
                var isAll = mention.Identifier.ValueText == All;
                if (Call(session, mention) is not { } call || (!isAll && IsOf(session, mention, field) is not true))
                {
                    continue;
                }

                var isSet = step > value.Step || (step == value.Step && call.SpanStart > value.Position);
                var isRun = Reach.Of(session, call, declaration, construction.Bindings);
                if (isRun is true && (isSet || isAll))
                {
                    return isSet;
                }

                if (isRun is null && isAll)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static InvocationExpressionSyntax? Call(ReadingSession session, IdentifierNameSyntax mention)
        => Written.Whole(mention).Parent is InvocationExpressionSyntax call
            && mention.Parent is InvocationExpressionSyntax
                or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax }
            && session.Symbol(mention) is IMethodSymbol method
            && session.Torch.IsOwn(method.ContainingType)
            ? call
            : null;
}
