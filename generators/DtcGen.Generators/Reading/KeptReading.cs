using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Reading;

/// <summary>
/// A reading, and all that it depends on. It holds files as they were when it was last found to be good, and no compilation.
/// <para>
/// Why it is right to keep it. Reading a class is a function of the compilation alone: of its options, references and files.
/// Options and references must be the same objects or equal, and there must be as many files in the same order, each of them
/// either the very same or one that cannot matter. A file that was edited cannot matter when all of this holds:
/// </para>
/// <list type="bullet">
/// <item>The reading saw only declarations of it. Whatever looks into bodies, initialisers or places notes the file
/// (<see cref="UsedSources"/>), and the files that the result names in a location are noted as well.</item>
/// <item>Its declarations are the same, by Roslyn's own measure (<c>AreEquivalent</c>, top level), by which the editor decides
/// whether the meaning of other files is still known: everything but the bodies of members and the initialisers of fields that
/// are no constants. All that an expression elsewhere can mean (overloads, extensions, usings, bases, parts, attributes,
/// constants, defaults, nullable directives) is decided by declarations. What is not: whether the file counts as generated,
/// which its path and first comment say, and which symbols and language version it was parsed with; so these are compared.</item>
/// <item>It mentions, as it is now, none of the names that the reading looked for in all files (who assigns this field, who
/// derives from this class). Before the edit it did not either, or it would have been noted then.</item>
/// </list>
/// <para>
/// The places of declarations in an edited file move; the reading cannot have seen them, or the file would be noted.
/// </para>
/// </summary>
internal sealed class KeptReading
{
    private readonly UsedSources _used;
    private readonly ImmutableArray<SyntaxTree> _files;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly string? _assembly;

    public KeptReading(ModelReading reading, UsedSources used, Compilation compilation)
        : this(reading, used, compilation, [.. compilation.SyntaxTrees])
    {
        var places = reading.Diagnostics
            .Select(static diagnostic => diagnostic.Location)
            .Concat(reading.LayerPlaces)
            .OfType<Diagnostics.LocationRecord>()
            .Select(static place => place.Path);
        var paths = new HashSet<string>(places, StringComparer.Ordinal);
        foreach (var file in _files.Where(file => paths.Contains(file.FilePath)))
        {
            used.Note(file);
        }
    }

    private KeptReading(ModelReading reading, UsedSources used, Compilation compilation, ImmutableArray<SyntaxTree> files)
    {
        Reading = reading;
        _used = used;
        _files = files;
        _references = [.. compilation.References];
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
    }

    public ModelReading Reading { get; }

    /// <summary>The reading as it holds for a compilation, or null when it may be another one there.</summary>
    public KeptReading? For(Compilation compilation)
    {
        if (!_options.Equals(compilation.Options) || _assembly != compilation.AssemblyName
            || !compilation.References.SequenceEqual(_references, ReferenceComparer.Instance))
        {
            return null;
        }

        ImmutableArray<SyntaxTree> files = [.. compilation.SyntaxTrees];
        if (files.Length != _files.Length)
        {
            return null;
        }

        var isSame = true;
        for (var i = 0; i < files.Length; i++)
        {
            if (ReferenceEquals(files[i], _files[i]))
            {
                continue;
            }

            if (_used.Has(_files[i]) || !IsEquivalent(_files[i], files[i]) || _used.IsMentionedIn(files[i]))
            {
                return null;
            }

            isSame = false;
        }

        return isSame ? this : new KeptReading(Reading, _used, compilation, files);
    }

    private static bool IsEquivalent(SyntaxTree before, SyntaxTree after)
        => before.FilePath == after.FilePath
            && before.Options.Equals(after.Options)
            && before.GetRoot().GetLeadingTrivia().ToFullString() == after.GetRoot().GetLeadingTrivia().ToFullString()
            && SyntaxFactory.AreEquivalent(before, after, topLevel: true);

    private sealed class ReferenceComparer : IEqualityComparer<MetadataReference>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(MetadataReference x, MetadataReference y) => ReferenceEquals(x, y);

        public int GetHashCode(MetadataReference reference) => reference.GetHashCode();
    }
}
