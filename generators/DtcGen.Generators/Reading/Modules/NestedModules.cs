using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary><c>new Block(16, 32)</c>, a module class of the user's.</summary>
internal static class NestedModules
{
    public static ReadModule? Recognise(ModuleCreation creation)
        => creation.Expression is IObjectCreationOperation { Type: INamedTypeSymbol type, Constructor: { } constructor } made
            && creation.Session.Torch.IsModule(type)
            && type.DeclaringSyntaxReferences.Length > 0
            ? new NestedModule(creation.Place, type, constructor.OriginalDefinition, Bindings.Of(made.Arguments, creation.Bindings))
            : null;
}
