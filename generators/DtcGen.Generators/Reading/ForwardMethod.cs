using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>Finds the <c>forward</c> of a module class: what TorchSharp's <c>call</c> runs.</summary>
internal static class ForwardMethod
{
    public static IMethodSymbol? Find(INamedTypeSymbol type, TorchSymbols torch)
    {
        for (var current = type; current is not null && !torch.IsOwn(current); current = current.BaseType)
        {
            if (current.GetMembers("forward")
                .OfType<IMethodSymbol>()
                .FirstOrDefault(method => method.IsOverride && torch.IsOwn(Symbols.Root(method).ContainingType)) is { } forward)
            {
                return forward is { IsAbstract: false, Parameters.Length: > 0 } ? forward : null;
            }
        }

        return null;
    }
}
