using Microsoft.CodeAnalysis;

namespace DtcGen.Benchmarks;

/// <summary>A generator that finds marked classes and does next to nothing with them.</summary>
internal sealed class AnotherGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(DualTomographicAttribute).FullName!, static (_, _) => true, static (found, _) => found.TargetSymbol.Name);
        context.RegisterSourceOutput(names, static (output, name) => output.AddSource($"{name}.g.cs", "// Nothing."));
    }
}
