using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>
/// Proves what a field holds once its module is made. Every place where the project gives the field a value counts: it
/// must be the field's initialiser, or a statement that the module's own constructors are known to run, or not to run.
/// </summary>
internal static class FieldValues
{
    public static FieldValue Of(ReadingSession session, Construction construction, IFieldSymbol field)
    {
        if (session.Declaration(field) is not VariableDeclaratorSyntax declaration)
        {
            return FieldValue.Undecided(null, "its field is not in this project");
        }

        if (construction.Unknown is { } unknown && (!field.IsReadOnly || declaration.Initializer is null))
        {
            return FieldValue.Undecided(declaration, unknown);
        }

        var value = new FieldValue(declaration.Initializer is { Value: { } initialiser } ? session.Operation(initialiser) : null, -1, 0);
        FieldValue? assigned = null;
        foreach (var mention in session.Mentions.Of(field, Written.Is))
        {
            var target = Written.Whole(mention);
            if (Constructor(target) is not { } constructor || !IsOfThis(mention) || Assigned(session, target) is not var (statement, given))
            {
                return FieldValue.Undecided(
                    Statement(target), "it is given a value here, which is not a plain assignment in the constructor");
            }

            var symbol = session.DeclaredSymbol(constructor);
            var step = construction.Steps.IndexOf(
                construction.Steps.FirstOrDefault(step => SymbolEqualityComparer.Default.Equals(step.Constructor, symbol))!);
            if (step < 0)
            {
                // What other constructors do is done to other modules.
                if (construction.Others.Contains(symbol!, SymbolEqualityComparer.Default))
                {
                    return FieldValue.Undecided(statement, "not every constructor gives it this value");
                }

                continue;
            }

            switch (Reach.Of(session, statement, constructor, construction.Bindings))
            {
                case true when assigned is null:
                    assigned = new FieldValue(given, step, target.SpanStart);
                    break;
                case true:
                    return FieldValue.Undecided(statement, "it is given a value a second time here");
                case null:
                    return FieldValue.Undecided(statement, "whether it is given this value is only known when the model is made");
            }
        }

        return assigned ?? value;
    }

    // The constructor whose own statements the target is part of.
    private static ConstructorDeclarationSyntax? Constructor(SyntaxNode target)
        => target.Ancestors()
            .FirstOrDefault(static node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax) as ConstructorDeclarationSyntax;

    private static bool IsOfThis(IdentifierNameSyntax mention) => mention.Parent switch
    {
        MemberAccessExpressionSyntax member
            when member.Name == mention => member.Expression is ThisExpressionSyntax or BaseExpressionSyntax,
        MemberBindingExpressionSyntax => false,

        // new Block { act = ... }
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } => false,
        _ => true,
    };

    // x = value, or one of (x, y) = (value, other): the whole assignment, and what the target gets.
    private static (ExpressionSyntax Statement, IOperation? Value)? Assigned(ReadingSession session, ExpressionSyntax target)
    {
        switch (target.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment:
                return (assignment, session.Operation(assignment.Right));
            case ArgumentSyntax
            {
                Parent: TupleExpressionSyntax
                {
                    Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } assignment
                } targets
            } argument
                when targets.Arguments.Count == values.Arguments.Count:
                return (assignment, session.Operation(values.Arguments[targets.Arguments.IndexOf(argument)].Expression));
            default:
                return null;
        }
    }

    private static SyntaxNode Statement(ExpressionSyntax target)
        => target.FirstAncestorOrSelf<AssignmentExpressionSyntax>() ?? (SyntaxNode)target;
}
