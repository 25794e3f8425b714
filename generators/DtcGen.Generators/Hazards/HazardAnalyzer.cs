using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Hazards;

/// <summary>
/// Warns where a project with a model marked <c>[DualTomographic]</c> meets something that the referenced version of TorchSharp computes
/// otherwise than it says, at the expression.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HazardAnalyzer : DiagnosticAnalyzer
{
    internal const string Assembly = "TorchSharp";

    // The option reaches analyzers where the build declares it as a CompilerVisibleProperty.
    private const string AheadOfTime = "build_property.PublishAot";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = [.. AffectedVersions.Hazards.Select(Descriptors.ById)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(ModelReader.AttributeName) is not { } attribute
            || TorchSymbols.Find(start.Compilation) is not { } torch)
        {
            return;
        }

        var version = torch.Torch.ContainingAssembly.Identity.Version;

        // Only looked for where something is to be reported.
        var hasModel = new Lazy<bool>(() => HasModel(start.Compilation.Assembly.GlobalNamespace, attribute));
        var groupNorms = new GroupNormInitialisation();

        start.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                groupNorms.See(call);
                if (call.TargetMethod.ContainingAssembly?.Name == Assembly
                    && HazardTable.Rule(call.TargetMethod.Name) is { } find
                    && find(new HazardCall(call, IsInModule(operation.ContainingSymbol, torch))) is { } hazard)
                {
                    Report(operation.ReportDiagnostic, hazard, call.Syntax.GetLocation());
                }
            },
            OperationKind.Invocation);
        start.RegisterOperationAction(
            operation => groupNorms.See((IPropertyReferenceOperation)operation.Operation), OperationKind.PropertyReference);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var call in groupNorms.Raw())
            {
                Report(end.ReportDiagnostic, new Hazard(Descriptors.RawGroupNorm), call.Syntax.GetLocation());
            }
        });

        if (start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(AheadOfTime, out var aot)
            && bool.TryParse(aot, out var isAot)
            && isAot)
        {
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (Mark(symbol.Symbol, attribute)?.ApplicationSyntaxReference?.SyntaxTree is { } tree)
                    {
                        var place = symbol.Symbol.Locations.First(location => location.SourceTree == tree);
                        Report(symbol.ReportDiagnostic, new Hazard(Descriptors.NoParametersAheadOfTime, symbol.Symbol.Name), place);
                    }
                },
                SymbolKind.NamedType);
        }

        void Report(Action<Diagnostic> report, Hazard hazard, Location at)
        {
            if (AffectedVersions.Include(hazard.Descriptor.Id, version) && hasModel.Value)
            {
                report(Diagnostic.Create(hazard.Descriptor, at, [version.ToString(3), .. hazard.Arguments]));
            }
        }
    }

    private static bool IsInModule(ISymbol symbol, TorchSymbols torch)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (torch.IsModule(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasModel(INamespaceOrTypeSymbol scope, INamedTypeSymbol attribute)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Any(member => Mark(member, attribute) is not null || HasModel(member, attribute));

    private static AttributeData? Mark(ISymbol symbol, INamedTypeSymbol attribute)
        => symbol is INamedTypeSymbol
            ? symbol.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
            : null;
}
