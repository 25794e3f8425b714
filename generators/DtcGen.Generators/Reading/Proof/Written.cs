using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>Tells by its place in the source whether an expression is given a value.</summary>
internal static class Written
{
    /// <summary>Whether what an identifier names is assigned, changed or passed on so that it can be.</summary>
    public static bool Is(IdentifierNameSyntax identifier) => IsTarget(Whole(identifier));

    /// <summary>
    /// The identifier with the object that it belongs to and what the compiler looks through: <c>this.x</c>,
    /// <c>(x)</c>, <c>x!</c>.
    /// </summary>
    public static ExpressionSyntax Whole(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Name == expression => Whole(member),
        MemberBindingExpressionSyntax binding when binding.Name == expression => Whole(binding),
        ParenthesizedExpressionSyntax parenthesized => Whole(parenthesized),
        PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Whole(suppressed),
        _ => expression,
    };

    /// <summary>Whether an expression stands where a value goes.</summary>
    public static bool IsTarget(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax prefix
            => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        RefExpressionSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple }
            => IsTarget(Whole(tuple)) || tuple.Parent is ForEachVariableStatementSyntax each && each.Variable == tuple,
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword,
        ForEachVariableStatementSyntax each => each.Variable == expression,
        ConditionalExpressionSyntax conditional => conditional.Condition != expression && conditional.Parent is RefExpressionSyntax,
        _ => false,
    };
}
