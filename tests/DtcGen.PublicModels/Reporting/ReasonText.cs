using System.Text.RegularExpressions;
using TorchSharp;

namespace DtcGen.PublicModels.Reporting;

/// <summary>Takes out of a message what is one author's, so that messages of a kind are the same.</summary>
internal static partial class ReasonText
{
    private static readonly HashSet<string> Known = Names();

    /// <summary>The message with names of TorchSharp, .NET and DtcGen alone, and without numbers.</summary>
    public static string Of(string message)
    {
        var line = message.Split('\n')[0].Trim();
        var plain = Quoted().Replace(line, static match => IsKnown(match.Groups[1].Value) ? match.Value : "'…'");
        plain = Word().Replace(plain, static match => IsOrdinary(match.Value) ? match.Value : "…");
        plain = Number().Replace(plain, "N");
        return plain.Length > 240 ? plain[..240] + "…" : plain;
    }

    private static bool IsKnown(string name) => name.Split('.').All(Known.Contains);

    // A word that is no name has a capital at its start alone.
    private static bool IsOrdinary(string word)
        => IsKnown(word) || Id().IsMatch(word) || !word.Skip(1).Any(static letter => char.IsUpper(letter) || letter is '_' or '.');

    private static HashSet<string> Names()
    {
        var assemblies = new[] { typeof(torch), typeof(object), typeof(IDualTomographic), typeof(Onnx.OnnxExport) };
        var types = assemblies.Select(static type => type.Assembly)
            .SelectMany(static assembly => assembly.GetExportedTypes())
            .ToArray();
        return [
            .. types.Select(static type => type.Name.Split('`')[0]),
            .. types.Where(static type => type.Assembly == typeof(torch).Assembly)
                .SelectMany(static type => type.GetMembers())
                .Select(static member => member.Name),
            "TorchSharp", "DtcGen", "OnnxExportException", "ONNX", "forward", "RegisterComponents", "DualTomographic", "LINQ",
        ];
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_][\w.]*\w")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b-?\d+(x\d+)+\b|(?<!\w)-?\d+([.,]\d+)*(e[-+]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(DTC|CS)\d+$")]
    private static partial Regex Id();
}
