using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading;

/// <summary>What the readers of one annotated class share. Lives only as long as that reading.</summary>
internal sealed class ReadingSession(Compilation compilation, INamedTypeSymbol model, TorchSymbols torch, CancellationToken cancellation)
{
    // Enough for any real nesting of blocks; a method that calls itself ends here.
    private const int DeepestNesting = 64;

    // More than any real network has: methods that call each other twice and more end here, before the editor waits.
    private const int MostCalls = 10_000;

    private readonly Dictionary<SyntaxTree, SemanticModel> _semanticModels = [];
    private readonly List<DiagnosticRecord> _diagnostics = [];

    // A block's class is read again for each place where the model has it: what of it is always the same is kept.
    private readonly Dictionary<SyntaxNode, IOperation?> _operations = [];
    private readonly Dictionary<IMethodSymbol, ImmutableArray<IAssignmentOperation>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, string> _typeNames = new(SymbolEqualityComparer.IncludeNullability);
    private int _nesting;
    private int _calls;

    public TorchSymbols Torch { get; } = torch;

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

        if (!_semanticModels.TryGetValue(syntax.SyntaxTree, out var model))
        {
            model = compilation.GetSemanticModel(syntax.SyntaxTree);
            _semanticModels.Add(syntax.SyntaxTree, model);
        }

        var operation = model.GetOperation(syntax, cancellation);
        _operations.Add(syntax, operation);
        return operation;
    }

    /// <summary>What a constructor assigns, in order.</summary>
    public ImmutableArray<IAssignmentOperation> Assignments(IMethodSymbol constructor)
    {
        if (!_assignments.TryGetValue(constructor, out var assignments))
        {
            assignments = Declaration(constructor) is ConstructorDeclarationSyntax declaration && Operation(declaration) is { } body
                ? [.. body.Descendants().OfType<IAssignmentOperation>()]
                : [];
            _assignments.Add(constructor, assignments);
        }

        return assignments;
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

    public SyntaxNode? Declaration(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

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

    public ReadValue Report(DiagnosticRecord diagnostic)
    {
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }

        return Fail();
    }

    /// <summary>Gives up on code that the compiler reports itself.</summary>
    public ReadValue Fail()
    {
        Failed = true;
        return UnreadableValue.Instance;
    }
}
