using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>TorchSharp's types in the compilation that is read. Lives only as long as one reading.</summary>
internal sealed class TorchSymbols
{
    private readonly INamedTypeSymbol _module;

    private TorchSymbols(
        INamedTypeSymbol torch, INamedTypeSymbol nn, INamedTypeSymbol functional, INamedTypeSymbol tensor, INamedTypeSymbol module)
    {
        Torch = torch;
        Nn = nn;
        Functional = functional;
        Tensor = tensor;
        _module = module;
    }

    public INamedTypeSymbol Torch { get; }

    public INamedTypeSymbol Nn { get; }

    public INamedTypeSymbol Functional { get; }

    public INamedTypeSymbol Tensor { get; }

    public static TorchSymbols? Find(Compilation compilation)
        => compilation.GetTypeByMetadataName("TorchSharp.torch") is { } torch
            && compilation.GetTypeByMetadataName("TorchSharp.torch+nn") is { } nn
            && compilation.GetTypeByMetadataName("TorchSharp.torch+nn+functional") is { } functional
            && compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor") is { } tensor
            && compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is { } module
            ? new TorchSymbols(torch, nn, functional, tensor, module)
            : null;

    /// <summary>The module's own word on whether it is being trained.</summary>
    public ISymbol? Training => _module.GetMembers("training").FirstOrDefault();

    /// <summary>Whether a type is TorchSharp's.</summary>
    public bool IsOwn(INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, Torch.ContainingAssembly);

    public bool IsTensor(ITypeSymbol? type) => Is(type, Tensor);

    /// <summary>Whether a type is a tensor's, or a parameter's.</summary>
    public bool HoldsTensor(ITypeSymbol type) => IsTensor(type) || IsTensor(type.BaseType);

    public bool IsModule(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, _module))
            {
                return true;
            }
        }

        return type is INamedTypeSymbol { Name: "IModule", TypeKind: TypeKind.Interface } named && Is(named.ContainingType, Nn);
    }

    /// <summary>Whether a type is one of the layers that TorchSharp ships.</summary>
    public bool IsShippedLayer(ITypeSymbol type)
        => type is INamedTypeSymbol named && IsOwn(named)
            && type.ContainingNamespace is
            {
                Name: "Modules", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true }
            };

    public static bool Is(ITypeSymbol? type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, other);
}
