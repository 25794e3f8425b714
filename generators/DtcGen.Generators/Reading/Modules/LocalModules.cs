using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A local variable of the constructor, by the expression that it was declared with.</summary>
internal static class LocalModules
{
    public static ReadModule? Recognise(ModuleCreation creation)
    {
        // A variable declared by itself would never come to an end.
        if (creation.Expression is not ILocalReferenceOperation local
            || creation.Session.Declaration(local.Local) is not VariableDeclaratorSyntax { Initializer.Value: { } initialiser }
            || creation.Session.Mentions.IsWritten(local.Local)
            || creation.Session.Operation(initialiser) is not { } expression
            || !creation.Session.Enter())
        {
            return null;
        }

        try
        {
            if (creation.Session.Uses.Objection(local.Local) is { } changing)
            {
                return new UnknownModule(creation.Place, UnknownModule.Changed, changing);
            }

            return ModuleReader.Read(creation with { Expression = expression });
        }
        finally
        {
            creation.Session.Leave();
        }
    }
}
