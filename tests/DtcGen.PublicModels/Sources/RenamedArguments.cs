using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.PublicModels.Sources;

/// <summary>Gives arguments the names that TorchSharp's parameters have now: older versions had others, and code keeps them.</summary>
internal static class RenamedArguments
{
    private const string NoSuchParameter = "CS1739";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["inputchannel"] = "inchannels",
        ["outputchannel"] = "outchannels",
        ["inputsize"] = "infeatures",
        ["outputsize"] = "outfeatures",
    };

    /// <summary>The changes to a file that mend such errors.</summary>
    /// <param name="errors">Its errors.</param>
    /// <param name="model">What is known of the file.</param>
    public static IReadOnlyList<TextChange> Of(IEnumerable<Diagnostic> errors, SemanticModel model)
    {
        var calls = errors.Where(static error => error.Id == NoSuchParameter)
            .Select(error => model.SyntaxTree.GetRoot().FindNode(error.Location.SourceSpan))
            .Select(static place => place.FirstAncestorOrSelf<InvocationExpressionSyntax>())
            .OfType<InvocationExpressionSyntax>()
            .Distinct();
        return [
            .. from call in calls
               let names = model.GetMemberGroup(call.Expression)
                   .OfType<IMethodSymbol>()
                   .SelectMany(static method => method.Parameters)
                   .Select(static parameter => parameter.Name)
                   .Distinct()
                   .ToArray()
               from argument in call.ArgumentList.Arguments
               where argument.NameColon is not null
               let name = argument.NameColon!.Name
               where !names.Contains(name.Identifier.ValueText)
               let now = names.FirstOrDefault(candidate => Plain(candidate) == Plain(name.Identifier.ValueText))
               where now is not null
               select new TextChange(name.Span, now)
        ];
    }

    private static string Plain(string name)
    {
        var plain = name.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
        return Known.GetValueOrDefault(plain, plain);
    }
}
