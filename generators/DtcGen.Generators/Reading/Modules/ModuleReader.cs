using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Tells what a module is from the expression that makes it.</summary>
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
}
