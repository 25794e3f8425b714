using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A local variable of the constructor, by the expression that it was declared with.</summary>
internal static class LocalModules
{
    public static ReadModule? Recognise(ModuleCreation creation)
        => creation.Expression is ILocalReferenceOperation local
            && creation.Session.Declaration(local.Local) is VariableDeclaratorSyntax { Initializer.Value: { } initialiser }
            && creation.Session.Operation(initialiser) is { } expression
            ? ModuleReader.Read(creation with { Expression = expression })
            : null;
}
