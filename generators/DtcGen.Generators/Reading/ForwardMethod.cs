using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>Finds the <c>forward</c> of a module class.</summary>
internal static class ForwardMethod
{
    public static IMethodSymbol? Find(INamedTypeSymbol type, TorchSymbols torch)
        => type.GetMembers("forward")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { IsStatic: false, IsAbstract: false, IsOverride: true }
                && method.Parameters.Length > 0
                && method.Parameters.All(parameter => torch.IsTensor(parameter.Type)));
}
