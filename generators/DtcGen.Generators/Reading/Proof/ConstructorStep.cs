using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>A constructor that runs when a module is made.</summary>
/// <param name="Constructor">It.</param>
/// <param name="Declaration">Its body's source; null for one without a body.</param>
internal sealed record ConstructorStep(IMethodSymbol Constructor, ConstructorDeclarationSyntax? Declaration);
