using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading;

/// <summary>What the readers of one annotated class share. Lives only as long as that reading.</summary>
internal sealed class ReadingSession(
    Compilation compilation, INamedTypeSymbol model, TorchSymbols torch, UsedSources used, CancellationToken cancellation)
{
    // Enough for any real nesting of blocks; a method that calls itself ends here.
    private const int DeepestNesting = 64;

    // More than any real network has: methods that call each other twice and more end here, before the editor waits.
    private const int MostCalls = 10_000;

    private readonly Dictionary<SyntaxTree, SemanticModel> _semanticModels = [];
    private readonly List<DiagnosticRecord> _diagnostics = [];

    // A block's class is read again for each place where the model has it: what of it is always the same is kept.
    private readonly Dictionary<SyntaxNode, IOperation?> _operations = [];
    private readonly Dictionary<SyntaxNode, ISymbol?> _symbols = [];
    private readonly Dictionary<SyntaxNode, StatementSyntax[]> _jumps = [];
    private readonly Dictionary<ITypeSymbol, string> _typeNames = new(SymbolEqualityComparer.IncludeNullability);
    private int _nesting;
    private int _calls;

    private Mentions? _mentions;
    private ModuleUses? _uses;

    public TorchSymbols Torch { get; } = torch;

    /// <summary>What of the source the reading has looked into.</summary>
    public UsedSources Used { get; } = used;

    /// <summary>Where the project names what is asked for.</summary>
    public Mentions Mentions => _mentions ??= new Mentions(compilation, this);

    /// <summary>What the project does with its modules.</summary>
    public ModuleUses Uses => _uses ??= new ModuleUses(this);

    /// <summary>The calls, and the mentions of layers and tensors, that have been read.</summary>
    public HashSet<SyntaxNode> Touched { get; } = [];

    /// <summary>The arguments of calls of TorchSharp's functions that have been taken into account.</summary>
    public HashSet<IArgumentOperation> Heeded { get; } = [];

    public GraphBuilder Graph { get; } = new();

    public IEnumerable<DiagnosticRecord> Diagnostics => _diagnostics;

    /// <summary>Whether something could not be read, reported by us or by the compiler.</summary>
    public bool Failed { get; private set; }

    public IOperation? Operation(SyntaxNode syntax)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_operations.TryGetValue(syntax, out var known))
        {
            return known;
        }

        var operation = SemanticModel(syntax).GetOperation(syntax, cancellation);
        _operations.Add(syntax, operation);
        return operation;
    }

    /// <summary>What an expression, or a constructor's call of another, means.</summary>
    public ISymbol? Symbol(SyntaxNode syntax)
    {
        if (!_symbols.TryGetValue(syntax, out var symbol))
        {
            symbol = SemanticModel(syntax).GetSymbolInfo(syntax, cancellation).Symbol;
            _symbols.Add(syntax, symbol);
        }

        return symbol;
    }

    /// <summary>What a declaration declares.</summary>
    public ISymbol? DeclaredSymbol(SyntaxNode syntax) => SemanticModel(syntax).GetDeclaredSymbol(syntax, cancellation);

    /// <summary>Every return and goto of a constructor's own body.</summary>
    public IReadOnlyList<StatementSyntax> Jumps(ConstructorDeclarationSyntax constructor)
    {
        if (!_jumps.TryGetValue(constructor, out var jumps))
        {
            jumps = constructor.Body is { } body
                ?
                [
                    .. body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                        .OfType<StatementSyntax>()
                        .Where(static statement => statement is ReturnStatementSyntax or GotoStatementSyntax),
                ]
                : [];
            _jumps.Add(constructor, jumps);
        }

        return jumps;
    }

    /// <summary>A type's full name.</summary>
    public string TypeName(ITypeSymbol type)
    {
        if (!_typeNames.TryGetValue(type, out var name))
        {
            name = CSharpText.Type(type);
            _typeNames.Add(type, name);
        }

        return name;
    }

    /// <summary>
    /// Whether the project declares a symbol. An editor shows the source of the projects that it references too, of which a build
    /// has the assemblies alone.
    /// </summary>
    public bool IsDeclared(ISymbol symbol)
        => symbol.DeclaringSyntaxReferences.Length > 0
            && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>The parts of a symbol's declaration in the project.</summary>
    public IEnumerable<SyntaxNode> Parts(ISymbol symbol)
        => IsDeclared(symbol) ? symbol.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)) : [];

    public SyntaxNode? Declaration(ISymbol symbol)
    {
        Used.NoteParts(symbol);
        return Parts(symbol).FirstOrDefault();
    }

    /// <summary>Whether code inside the model class may name a symbol.</summary>
    public bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, model);

    /// <summary>Enters a nested module or helper method; false when the nesting has no end.</summary>
    public bool Enter()
    {
        if (_nesting >= DeepestNesting || _calls >= MostCalls)
        {
            return false;
        }

        _nesting++;
        _calls++;
        return true;
    }

    /// <summary>Leaves what was entered.</summary>
    public void Leave() => _nesting--;

    public ReadValue Report(DiagnosticDescriptor descriptor, IOperation at, params string[] arguments)
        => Report(descriptor, at.Syntax.GetLocation(), arguments);

    public ReadValue Report(DiagnosticDescriptor descriptor, Location? at, params string[] arguments)
        => Report(DiagnosticRecord.Create(descriptor, LocationRecord.Of(at), arguments));

    /// <summary>Reports a module that cannot be told, at the source that decides it.</summary>
    public ReadValue Report(UnknownModule unknown, IOperation at)
        => Report(unknown.Descriptor, Place(unknown.At ?? at.Syntax), unknown.Place.Name, unknown.Why);

    public ReadValue Report(DiagnosticRecord diagnostic)
    {
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }

        return Fail();
    }

    // Of a declaration its name.
    private static Location Place(SyntaxNode syntax) => syntax switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.GetLocation(),
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        _ => syntax.GetLocation(),
    };

    private SemanticModel SemanticModel(SyntaxNode syntax)
    {
        if (!_semanticModels.TryGetValue(syntax.SyntaxTree, out var model))
        {
            Used.Note(syntax.SyntaxTree);
            model = SharedMeaning.Of(compilation).SemanticModel(syntax.SyntaxTree);
            _semanticModels.Add(syntax.SyntaxTree, model);
        }

        return model;
    }

    /// <summary>Gives up on code that the compiler reports itself.</summary>
    public ReadValue Fail()
    {
        Failed = true;
        return UnreadableValue.Instance;
    }
}
