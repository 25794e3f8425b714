using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>What the readers of one annotated class share. Lives only as long as that reading.</summary>
internal sealed class ReadingSession(Compilation compilation, INamedTypeSymbol model, TorchSymbols torch, CancellationToken cancellation)
{
    // Enough for any real nesting of blocks; a method that calls itself ends here.
    private const int DeepestNesting = 64;

    private readonly Dictionary<SyntaxTree, SemanticModel> _semanticModels = [];
    private readonly List<DiagnosticRecord> _diagnostics = [];
    private int _nesting;

    public TorchSymbols Torch { get; } = torch;

    public GraphBuilder Graph { get; } = new();

    public IEnumerable<DiagnosticRecord> Diagnostics => _diagnostics;

    /// <summary>Whether something could not be read, reported by us or by the compiler.</summary>
    public bool Failed { get; private set; }

    public IOperation? Operation(SyntaxNode syntax)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_semanticModels.TryGetValue(syntax.SyntaxTree, out var model))
        {
            model = compilation.GetSemanticModel(syntax.SyntaxTree);
            _semanticModels.Add(syntax.SyntaxTree, model);
        }

        return model.GetOperation(syntax, cancellation);
    }

    public SyntaxNode? Declaration(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

    /// <summary>Whether code inside the model class may name a symbol.</summary>
    public bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, model);

    /// <summary>Enters a nested module or helper method; false when the nesting has no end.</summary>
    public bool Enter() => ++_nesting <= DeepestNesting;

    public void Leave() => _nesting--;

    public ReadValue Report(DiagnosticDescriptor descriptor, IOperation at, params string[] arguments)
        => Report(descriptor, at.Syntax.GetLocation(), arguments);

    public ReadValue Report(DiagnosticDescriptor descriptor, Location? at, params string[] arguments)
    {
        var diagnostic = DiagnosticRecord.Create(descriptor, LocationRecord.Of(at), arguments);
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
