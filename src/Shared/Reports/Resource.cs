using System.Text;

namespace DtcGen.Reports;

/// <summary>Files that a program carries inside itself.</summary>
internal static class Resource
{
    /// <summary>Whether this build has one: without npm, scripts for pages are left out.</summary>
    /// <param name="name">Its logical name.</param>
    public static bool Has(string name) => typeof(Resource).Assembly.GetManifestResourceInfo(name) is not null;

    /// <summary>What to tell the user when it has not.</summary>
    /// <param name="name">Its logical name.</param>
    public static string Lack(string name)
        => $"This build has no {name}, which comes by npm and goes into the page. Install Node.js (https://nodejs.org) and build again.";

    /// <summary>The text of one.</summary>
    /// <param name="name">Its logical name.</param>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(Lack(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
