using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>
/// Rewrites a method's body: what it computes stays as it is, and each operand and result of a tensor function goes through the
/// recorder. Members of the class are reached through a parameter that stands for <c>this</c>.
/// </summary>
internal sealed partial class MethodRewriter(
    RecordedMethods methods, RecordedHolder holder, IMethodSymbol method, SemanticModel semantics, RewriterNames names)
    : CSharpSyntaxRewriter
{
    private RecordingSession Session => methods.Session;

    private TorchSymbols Torch => methods.Session.Torch;

    /// <summary>The body as source.</summary>
    public string Rewrite(SyntaxNode body)
    {
        var rewritten = Visit(body) ?? throw new UnrecordableException(body, "there is nothing to record");
        return Trivia.WithoutDirectives(rewritten).NormalizeWhitespace(eol: "\n").ToFullString().Trim();
    }

    private ISymbol? Symbol(SyntaxNode node) => semantics.GetSymbolInfo(node, Session.Cancellation).Symbol;

    private ITypeSymbol? TypeOf(SyntaxNode node) => semantics.GetTypeInfo(node, Session.Cancellation).Type;

    private ITypeSymbol? ConvertedTypeOf(SyntaxNode node) => semantics.GetTypeInfo(node, Session.Cancellation).ConvertedType;

    private string Text(SyntaxNode node) => (Visit(node) ?? node).WithoutTrivia().ToString();

    private static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    // An operand that the recorder takes, or null when it cannot.
    private string? In(ExpressionSyntax expression, ITypeSymbol? type, string take = "In")
    {
        if (type is null or IErrorTypeSymbol or IDynamicTypeSymbol or IPointerTypeSymbol || type.IsAnonymousType
            || type.SpecialType == SpecialType.System_Void)
        {
            return null;
        }

        if (type.IsRefLikeType)
        {
            return type is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var item] }
                ? $"{names.Recorder}.InSpan<{CSharpText.Type(item)}>({Text(expression)})"
                : null;
        }

        // Where the expression has the type by itself, the compiler finds it again.
        return !IsNameable(type) ? null
            : HasOwnType(expression, type) ? $"{names.Recorder}.{take}({Text(expression)})"
            : $"{names.Recorder}.{take}<{CSharpText.Type(type)}>({Text(expression)})";
    }

    private bool HasOwnType(ExpressionSyntax expression, ITypeSymbol type)
        => SymbolEqualityComparer.Default.Equals(TypeOf(expression), type)
            && expression is not (LiteralExpressionSyntax
            {
                RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression
            }
                or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax or LambdaExpressionSyntax
                or ConditionalExpressionSyntax or SwitchExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax);

    private bool IsNameable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        INamedTypeSymbol named
            => !named.IsAnonymousType && (named.TypeParameters.Length == 0 || named.TypeArguments.All(IsNameable))
                && (!Session.IsSource(named) || holder.CanName(named)),
        _ => true,
    };

    private ArgumentListResult Arguments(
        IReadOnlyList<ArgumentSyntax> arguments, IReadOnlyList<IParameterSymbol> parameters, string take = "In", string? last = null)
    {
        var (texts, taken, given) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var place = 0;
        foreach (var argument in arguments)
        {
            var parameter = CallSites.Parameter(argument, place++, parameters);
            var text = argument.RefKindKeyword.IsKind(SyntaxKind.None) && parameter is not null
                ? In(argument.Expression, ConvertedTypeOf(argument.Expression), place == arguments.Count ? last ?? take : take)
                : null;
            if (parameter is not null)
            {
                given.Add(parameter.Name);
                if (text is not null)
                {
                    taken.Add(parameter.Name);
                }
            }

            texts.Add(text is null ? Text(argument) : argument.NameColon is { } named ? $"{named.Name}: {text}" : text);
        }

        return new ArgumentListResult(texts, taken, given);
    }

    private string Out(string site, string expression) => $"{names.Recorder}.Out({CSharpText.Literal(site)}, {expression})";

    private UnrecordableException Unrecordable(SyntaxNode at, string reason) => new(at, reason);

    private readonly record struct ArgumentListResult(List<string> Texts, List<string> Taken, HashSet<string> Given)
    {
        public string Text => string.Join(", ", Texts);
    }
}
