using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Tells what a module is from the expression that makes it, else from the type it is declared to have.</summary>
internal static class ModuleReader
{
    // Asked in order; the first that recognises the expression answers.
    private static readonly ImmutableArray<Func<ModuleCreation, ReadModule?>> Recognisers =
    [
        Conversions.Recognise,
        ConstantChoices.Recognise,
        LocalModules.Recognise,
        Containers.Recognise,
        LayerFactories.Recognise,
        NestedModules.Recognise,
        FactoryMethods.Recognise,
    ];

    public static ReadModule? Read(ModuleCreation creation)
    {
        foreach (var recognise in Recognisers)
        {
            if (recognise(creation) is { } module)
            {
                return module;
            }
        }

        return null;
    }

    /// <summary>What the declared type alone says.</summary>
    public static ReadModule ReadType(ITypeSymbol type, ModulePlace place)
    {
        if (TorchSymbols.IsShippedLayer(type))
        {
            return type.Name is "Sequential" or "ModuleList" or "ModuleDict"
                ? new UnknownModule(place, "give the field an initialiser, or assign it in the constructor, so that its items can be read")
                : new LayerModule(place, type.Name, ImmutableDictionary<string, object?>.Empty);
        }

        return type is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class } named && named.DeclaringSyntaxReferences.Length > 0
            ? new NestedModule(place, named, null, NestedModule.NoBindings)
            : new UnknownModule(place, "make it by a factory of torch.nn in the field's initialiser or in the constructor, or declare the field with the layer's own type");
    }
}
