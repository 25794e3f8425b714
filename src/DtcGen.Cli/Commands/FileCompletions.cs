using System.CommandLine.Completions;

namespace DtcGen.Cli.Commands;

/// <summary>Files and folders for tab completion.</summary>
internal static class FileCompletions
{
    /// <summary>Folders, and files of some kinds.</summary>
    /// <param name="extensions">The kinds, as in <c>.onnx</c>; none for folders alone.</param>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(params string[] extensions)
        => context => Find(context.WordToComplete, extensions).Select(path => new CompletionItem(path));

    private static IEnumerable<string> Find(string word, string[] extensions)
    {
        var typed = word[..(word.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)];
        var start = word[typed.Length..];
        try
        {
            var folder = new DirectoryInfo(typed.Length == 0 ? "." : typed);
            return
            [
                .. folder.EnumerateFileSystemInfos()
                    .Where(f => f.Name.StartsWith(start, StringComparison.Ordinal) && (f.Name[0] != '.' || start.StartsWith('.')))
                    .Where(f => f is DirectoryInfo || extensions.Contains(f.Extension, StringComparer.OrdinalIgnoreCase))
                    .Select(f => typed + f.Name + (f is DirectoryInfo ? "/" : string.Empty))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
