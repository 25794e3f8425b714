using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>
/// Proves that a module stays what it was made as, and in one place: every mention of what holds it is of a kind that
/// changes nothing and passes it on to nobody. Lives only as long as one reading.
/// </summary>
internal sealed class ModuleUses(ReadingSession session)
{
    // Calls that compute, read or move a module, or change its weights' values alone.
    private static readonly ImmutableHashSet<string> Harmless =
    [
        "call", "forward", "eval", "parameters", "named_parameters", "buffers", "named_buffers", "state_dict", "load_state_dict", "save",
        "load",
        "get_parameter", "get_buffer", "has_parameter", "has_buffer", "zero_grad", "requires_grad_", "to", "cuda", "cpu",
        "GetName", "GetType", "GetHashCode", "Equals", "ToString", "Dispose",
    ];

    // What a module does to itself, asked where its class does it.
    private static readonly string[] OfItself =
    [
        "apply", "children", "named_children", "modules", "named_modules", "add_module",
        "register_forward_hook", "register_forward_pre_hook", "register_backward_hook", "register_full_backward_hook",
    ];

    // Of TorchSharp's methods that a class can override, those that change nothing of what it computes.
    private static readonly ImmutableHashSet<string> Overridable =
        [
            "forward", "Dispose", "Finalize", "zero_grad", "state_dict", "load_state_dict", "load", "GetName", "ToString", "Equals",
            "GetHashCode"
        ];

    private readonly Dictionary<ISymbol, SyntaxNode?> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, SyntaxNode?> _classes = new(SymbolEqualityComparer.Default);

    /// <summary>The first mention of what holds a module that may change it or pass it on; null when there is none.</summary>
    /// <param name="holder">A field, a local variable or a parameter.</param>
    public SyntaxNode? Objection(ISymbol holder)
    {
        holder = holder.OriginalDefinition;
        if (!_known.TryGetValue(holder, out var objection))
        {
            // What is asked again while it is being found holds the module in a circle, which changes nothing.
            _known.Add(holder, null);

            // A local variable gives what it holds to one place: to whatever it was made for.
            var passed = holder is ILocalSymbol local && session.Declaration(local) is VariableDeclaratorSyntax { Initializer: not null }
                ? 1
                : 0;
            foreach (var mention in session.Mentions.Of(holder, identifier => !session.Mentions.IsCalled(identifier)))
            {
                if (Judge(Written.Whole(mention), isItem: false) is { } found && (found != Passed(mention) || passed-- <= 0))
                {
                    objection = found;
                    break;
                }
            }

            _known[holder] = objection;
        }

        return objection;
    }

    /// <summary>What a class, or one that it derives from, does to its modules behind their fields' backs; null when nothing.</summary>
    public SyntaxNode? Objection(INamedTypeSymbol type)
    {
        if (!_classes.TryGetValue(type.OriginalDefinition, out var objection))
        {
            for (var current = type.OriginalDefinition;
                objection is null && current is not null && !session.Torch.IsOwn(current);
                current = current.BaseType?.OriginalDefinition)
            {
                objection = Overriding(current, type)
                    ?? session.Parts(current)
                        .Select(Itself)
                        .FirstOrDefault(static found => found is not null);
            }

            _classes.Add(type.OriginalDefinition, objection);
        }

        return objection;
    }

    // The member, or, where it is in another project, the name of the class that it comes with.
    private SyntaxNode? Overriding(INamedTypeSymbol type, INamedTypeSymbol heir)
        => type.GetMembers()
            .Where(member => member.IsOverride
                && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
                && !Overridable.Contains(member.Name)
                && session.Torch.IsOwn(Symbols.Root(member).ContainingType))
            .Select(member => session.Declaration(member) ?? (session.Declaration(heir) as TypeDeclarationSyntax)?.BaseList)
            .FirstOrDefault();

    private SyntaxNode? Itself(SyntaxNode declaration)
    {
        var identifiers = session.Mentions.Identifiers(declaration);
        return OfItself
            .SelectMany(name => identifiers[name])
            .Where(identifier
                => identifier.Parent is not MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) }
                    && session.Symbol(identifier) is IMethodSymbol method && session.Torch.IsOwn(method.ContainingType))
            .Select(identifier => Written.Whole(identifier).Parent is InvocationExpressionSyntax call
                && identifier.Identifier.ValueText is not ("apply" or "add_module")
                ? Judge(Written.Whole(call), isItem: true)
                : identifier)
            .FirstOrDefault(static found => found is not null);
    }

    private static SyntaxNode Passed(ExpressionSyntax mention) => Through(Written.Whole(mention));

    // What is around an expression and has its value.
    private static ExpressionSyntax Through(ExpressionSyntax expression) => expression.Parent switch
    {
        CastExpressionSyntax cast => Through(Written.Whole(cast)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } conversion
            when conversion.Left == expression => Through(Written.Whole(conversion)),
        _ => expression,
    };

    // Null for a harmless place.
    private SyntaxNode? Judge(ExpressionSyntax expression, bool isItem)
    {
        expression = Through(expression);
        switch (expression.Parent)
        {
            case MemberAccessExpressionSyntax member when member.Expression == expression:
                return Judge(member.Name, member);
            case ConditionalAccessExpressionSyntax conditional when conditional.Expression == expression:
                return conditional.WhenNotNull
                    .DescendantNodesAndSelf()
                    .OfType<MemberBindingExpressionSyntax>()
                    .FirstOrDefault() is { } binding
                    && !conditional.WhenNotNull.DescendantNodesAndSelf().OfType<ElementBindingExpressionSyntax>().Any()
                    ? Judge(binding.Name, binding)
                    : conditional;
            case ElementAccessExpressionSyntax element when element.Expression == expression:
                return Judge(Written.Whole(element), isItem: true);
            case ForEachStatementSyntax loop when loop.Expression == expression:
                return session.DeclaredSymbol(loop) is { } item ? Objection(item) : loop.Expression;
            case ForEachVariableStatementSyntax loop when loop.Expression == expression:
                return Judge(loop.Variable);
            case IsPatternExpressionSyntax test when test.Expression == expression:
                return Judge(test.Pattern);
            case BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.IsExpression
            }:
                return null;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
                when !Written.IsTarget(expression):
                return Judge(argument, call, expression);
            case ExpressionStatementSyntax:
                return null;
            default:
                // A field's or variable's own assignments are judged where its value is found.
                return !isItem && Written.IsTarget(expression) ? null : expression;
        }
    }

    private SyntaxNode? Judge(SimpleNameSyntax name, ExpressionSyntax member)
    {
        var symbol = session.Symbol(name);
        if (symbol is IMethodSymbol method)
        {
            return method.ReducedFrom is { } extension && session.IsDeclared(extension) ? Objection(extension.Parameters[0])
                : IsOfProject(method) || Harmless.Contains(method.Name) && IsOfLibrary(method) ? null
                : member.Parent is InvocationExpressionSyntax call ? call
                : member;
        }

        // What a class of the project does with its own members is judged by their mentions.
        return symbol is not null && IsOfProject(symbol) ? null
            : symbol is IFieldSymbol or IPropertySymbol && IsOfLibrary(symbol)
                && (!Written.IsTarget(Written.Whole(member)) || IsTied(symbol, member)) ? null
            : member;
    }

    // head.weight = words.weight: which layers share memory is found in the model itself, before each clip and in each export.
    private bool IsTied(ISymbol target, ExpressionSyntax member)
        => IsWeight(target)
            && Written.Whole(member).Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && Unwrapped(assignment.Right) is MemberAccessExpressionSyntax source
            && session.Symbol(source.Name) is { } other
            && IsWeight(other);

    private bool IsWeight(ISymbol member)
        => member is IPropertySymbol { Name: "weight" or "bias" } && session.Torch.IsOwn(member.ContainingType);

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
            => Unwrapped(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => Unwrapped(parenthesized.Expression),
        _ => expression,
    };

    private bool IsOfProject(ISymbol member)
        => session.IsDeclared(member) && session.Torch.IsModule(member.ContainingType);

    private bool IsOfLibrary(ISymbol member)
        => session.Torch.IsOwn(member.ContainingType) || member.ContainingType.SpecialType == SpecialType.System_Object;

    private SyntaxNode? Judge(ArgumentSyntax argument, InvocationExpressionSyntax call, ExpressionSyntax passed)
    {
        switch (session.Symbol(call))
        {
            case null when call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }:
                return null;
            case IMethodSymbol { Name: "register_module" } method
                when session.Torch.IsOwn(method.ContainingType)
                    && call.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                return null;
            case IMethodSymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } method
                when session.IsDeclared(method) && Symbols.Parameter(method, argument) is { IsParams: false } parameter:
                return Objection(parameter) is null ? null : passed;
            default:
                return passed;
        }
    }

    private SyntaxNode? Judge(PatternSyntax pattern)
        => pattern.DescendantNodesAndSelf()
            .OfType<SingleVariableDesignationSyntax>()
            .Select(Judge)
            .FirstOrDefault(static found => found is not null);

    private SyntaxNode? Judge(ExpressionSyntax variables)
        => variables.DescendantNodesAndSelf()
            .OfType<SingleVariableDesignationSyntax>()
            .Select(Judge)
            .FirstOrDefault(static found => found is not null);

    private SyntaxNode? Judge(SingleVariableDesignationSyntax designation)
        => session.DeclaredSymbol(designation) is not ILocalSymbol variable ? designation
            : variable.Type.SpecialType != SpecialType.None ? null
            : Objection(variable);
}
