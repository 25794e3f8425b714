using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary><c>new Block(16, 32)</c>, a module class of the user's.</summary>
internal static class NestedModules
{
    public static ReadModule? Recognise(ModuleCreation creation)
    {
        if (creation.Expression is not IObjectCreationOperation { Type: INamedTypeSymbol type, Constructor: { } constructor } made
            || !creation.Session.Torch.IsModule(type)
            || !creation.Session.IsDeclared(type))
        {
            return null;
        }

        var construction = Construction.By(creation.Session, constructor, Bindings.Of(creation.Session, made.Arguments, creation.Bindings));
        return new NestedModule(creation.Place, type, construction, construction.Bindings);
    }
}
