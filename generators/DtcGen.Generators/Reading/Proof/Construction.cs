using System.Collections.Immutable;
using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>How one module of a class of the user's is made: every constructor that runs, and what their parameters stand for.</summary>
/// <param name="Steps">The constructors, in the order in which their bodies run.</param>
/// <param name="Others">Constructors that may run as well: which is known only where the module is made.</param>
/// <param name="Bindings">The constants that the constructors' parameters, and readonly fields with an initialiser, stand for.</param>
/// <param name="Unknown">Why not all constructors of this project that run are known; null when they are.</param>
internal sealed record Construction(
    ImmutableArray<ConstructorStep> Steps,
    ImmutableArray<IMethodSymbol> Others,
    ImmutableDictionary<ISymbol, object?> Bindings,
    string? Unknown)
{
    /// <summary>
    /// Whether a class of another project is derived from. What its constructors do is not known, but they set no field
    /// of this project.
    /// </summary>
    public bool HasForeignBase { get; init; }

    /// <summary>The making of a module by a known constructor, with known arguments.</summary>
    public static Construction By(ReadingSession session, IMethodSymbol constructor, ImmutableDictionary<ISymbol, object?> bindings)
    {
        var steps = new Stack<ConstructorStep>();
        var unknown = Follow(session, constructor, ref bindings, steps);
        var construction = new Construction(
            [.. steps],
            [],
            bindings,
            unknown)
        { HasForeignBase = steps.Count == 0 || IsForeign(session, steps.Peek().Constructor.ContainingType.BaseType) };
        return construction with { Bindings = FieldConstants.With(session, construction, constructor.ContainingType, inConstructor: true) };
    }

    /// <summary>The making of the model itself, which may be done by any of its constructors.</summary>
    public static Construction Of(ReadingSession session, INamedTypeSymbol model)
    {
        var constructors = model.InstanceConstructors.Where(static constructor => !IsCopy(constructor)).ToImmutableArray();
        var ends = constructors.Select(constructor => End(session, constructor))
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .ToImmutableArray();
        if (ends is not [var end])
        {
            return new Construction(
                [], constructors, NestedModule.NoBindings, $"'{model.Name}' has constructors that have nothing in common");
        }

        return By(session, end, NestedModule.NoBindings) with
        {
            Others = constructors.Remove(end, SymbolEqualityComparer.Default),
        };
    }

    // The constructor that the others of its class lead to by 'this(...)'.
    private static IMethodSymbol End(ReadingSession session, IMethodSymbol constructor)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (seen.Add(constructor)
            && Initializer(
                session,
                constructor) is ConstructorInitializerSyntax
            {
                ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword
            } initializer
            && session.Symbol(initializer) is IMethodSymbol next)
        {
            constructor = next;
        }

        return constructor;
    }

    // From the constructor that is called to that of TorchSharp's class: the last one's body runs first.
    private static string? Follow(
        ReadingSession session, IMethodSymbol constructor, ref ImmutableDictionary<ISymbol, object?> bindings, Stack<ConstructorStep> steps)
    {
        while (!session.Torch.IsOwn(constructor.ContainingType) && !IsForeign(session, constructor.ContainingType))
        {
            if (steps.Any(step => SymbolEqualityComparer.Default.Equals(step.Constructor, constructor)))
            {
                return "its constructors call each other";
            }

            session.Used.NoteParts(constructor.ContainingType);
            steps.Push(
                new ConstructorStep(constructor.OriginalDefinition, session.Declaration(constructor) as ConstructorDeclarationSyntax));
            if (Next(session, constructor, ref bindings) is not { } next)
            {
                return $"which constructor of '{constructor.ContainingType.BaseType?.Name}' runs cannot be told";
            }

            constructor = next;
        }

        return null;
    }

    private static IMethodSymbol? Next(
        ReadingSession session, IMethodSymbol constructor, ref ImmutableDictionary<ISymbol, object?> bindings)
    {
        if (Initializer(session, constructor) is { } initializer)
        {
            if (session.Symbol(initializer) is not IMethodSymbol called)
            {
                return null;
            }

            if (Invocation(session.Operation(initializer)) is { } call)
            {
                bindings = bindings.SetItems(Modules.Bindings.Of(session, call.Arguments, bindings));
            }

            return called;
        }

        // Without one, the base's constructor that can take nothing is called.
        return constructor.ContainingType.BaseType?.InstanceConstructors
            .OrderBy(static candidate => candidate.Parameters.Length)
            .FirstOrDefault(static candidate => candidate.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));
    }

    private static SyntaxNode? Initializer(ReadingSession session, IMethodSymbol constructor) => session.Declaration(constructor) switch
    {
        ConstructorDeclarationSyntax declaration => declaration.Initializer,
        TypeDeclarationSyntax { ParameterList: not null } primary
            => constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty && primary.ParameterList!.Parameters.Count > 0
                ? null
                : primary.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
        _ => null,
    };

    private static IInvocationOperation? Invocation(IOperation? operation) => operation switch
    {
        IInvocationOperation call => call,
        IExpressionStatementOperation statement => Invocation(statement.Operation),
        IConstructorBodyOperation body => Invocation(body.Initializer),
        _ => null,
    };

    private static bool IsForeign(ReadingSession session, INamedTypeSymbol? type)
        => type is not null && !session.Torch.IsOwn(type) && !session.IsDeclared(type);

    private static bool IsCopy(IMethodSymbol constructor)
        => constructor is { IsImplicitlyDeclared: true, Parameters: [var only] }
            && SymbolEqualityComparer.Default.Equals(only.Type, constructor.ContainingType);
}
