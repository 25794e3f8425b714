using System.Text;

namespace DtcGen.Reports;

/// <summary>Files that a program carries inside itself.</summary>
internal static class Resource
{
    /// <summary>The text of one.</summary>
    /// <param name="name">Its logical name.</param>
    public static string Text(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
