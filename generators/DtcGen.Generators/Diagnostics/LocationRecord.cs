using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.Generators.Diagnostics;

/// <summary>A place in a source file, without the syntax tree that a <see cref="Location"/> keeps alive.</summary>
internal sealed record LocationRecord(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationRecord? Of(Location? location)
        => location is { IsInSource: true }
            ? new LocationRecord(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
