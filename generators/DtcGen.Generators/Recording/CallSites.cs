using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>Spells what a recorded call is, as the library's recorder reads it.</summary>
internal static class CallSites
{
    /// <summary><c>functional.softmax(input, dim; dtype=null)</c>.</summary>
    /// <param name="owner">The type that declares the function.</param>
    /// <param name="function">Its name.</param>
    /// <param name="taken">The parameters whose arguments are taken, in the order of their evaluation.</param>
    /// <param name="parameters">The function's parameters.</param>
    /// <param name="given">The parameters that were given an argument.</param>
    public static string Text(
        string owner, string function, IReadOnlyList<string> taken, IEnumerable<IParameterSymbol> parameters, ICollection<string> given)
    {
        var defaults = parameters
            .Where(parameter => parameter.HasExplicitDefaultValue && !given.Contains(parameter.Name))
            .Select(static parameter => $"{parameter.Name}={Default(parameter)}")
            .ToArray();
        return $"{owner}.{function}({string.Join(", ", taken)}{(defaults.Length == 0 ? string.Empty : "; " + string.Join(", ", defaults))})";
    }

    /// <summary>The parameter that an argument is for.</summary>
    public static IParameterSymbol? Parameter(ArgumentSyntax argument, int place, IReadOnlyList<IParameterSymbol> parameters)
        => argument.NameColon is { } named ? parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText)
            : place < parameters.Count ? parameters[place]
            : parameters.LastOrDefault(static parameter => parameter.IsParams);

    // A comma or a quote in it would be taken for the text's own.
    private static string Default(IParameterSymbol parameter)
        => parameter.ExplicitDefaultValue is string text
            ? new string([.. text.Where(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.')])
            : CSharpText.Literal(parameter.ExplicitDefaultValue).TrimEnd('f');
}
