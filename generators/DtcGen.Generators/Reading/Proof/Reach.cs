using System.Collections.Immutable;
using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>Tells whether a constructor runs one of its statements.</summary>
internal static class Reach
{
    /// <summary>
    /// True when every run of the constructor's body runs the statement once, false when none does, null when that is
    /// not known.
    /// </summary>
    /// <param name="session">The reading.</param>
    /// <param name="expression">What the statement consists of.</param>
    /// <param name="constructor">The constructor.</param>
    /// <param name="bindings">What the constructor's parameters stand for.</param>
    public static bool? Of(
        ReadingSession session,
        ExpressionSyntax expression,
        ConstructorDeclarationSyntax constructor,
        ImmutableDictionary<ISymbol, object?> bindings)
    {
        var reached = expression.Parent switch
        {
            ArrowExpressionClauseSyntax arrow when arrow.Parent == constructor => true,
            ExpressionStatementSyntax statement => Climb(session, statement, constructor, bindings),
            _ => null,
        };
        return reached is true && Leaves(session, expression.SpanStart, constructor, bindings) ? null : reached;
    }

    private static bool? Climb(
        ReadingSession session,
        StatementSyntax statement,
        ConstructorDeclarationSyntax constructor,
        ImmutableDictionary<ISymbol, object?> bindings)
    {
        for (SyntaxNode inner = statement, outer; (outer = inner.Parent!) != constructor; inner = outer)
        {
            switch (outer)
            {
                case BlockSyntax or ElseClauseSyntax or CheckedStatementSyntax:
                    break;
                case IfStatementSyntax choice:
                    if (session.Operation(choice.Condition) is not { } condition || !Constants.TryRead(condition, bindings, out var value)
                        || value is not bool taken)
                    {
                        return null;
                    }

                    if (taken != (choice.Statement == inner))
                    {
                        return false;
                    }

                    break;
                default:
                    return null;
            }
        }

        return true;
    }

    // A return before the statement may end the constructor there, and a jump may run it again.
    private static bool Leaves(
        ReadingSession session, int position, ConstructorDeclarationSyntax constructor, ImmutableDictionary<ISymbol, object?> bindings)
        => session.Jumps(constructor).Any(jump => jump is not ReturnStatementSyntax
            || (jump.SpanStart < position && Climb(session, jump, constructor, bindings) is not false));
}
