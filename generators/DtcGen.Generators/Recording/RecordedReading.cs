using System.Globalization;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>A class that is recorded when it runs: because its attribute asks for it, or because its source was declined.</summary>
internal static class RecordedReading
{
    // Longer ones are told by their beginning.
    private const int LongestExpression = 60;

    /// <summary>
    /// What the attribute says: <c>Record = true</c>, whatever the reader could make of the source; <c>Record = false</c>, never; or
    /// nothing.
    /// </summary>
    public static bool? IsAsked(AttributeData attribute)
        => attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Record").Value.Value as bool?;

    /// <summary>What is generated for it, or null where the class has no forward that takes or makes tensors.</summary>
    /// <param name="type">The class.</param>
    /// <param name="name">Where its name stands.</param>
    /// <param name="attribute">What marks it.</param>
    /// <param name="torch">TorchSharp's types.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="used">Takes note of what the files depend on.</param>
    /// <param name="declined">Why its source was declined, or null when it was not read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ModelReading? Record(
        INamedTypeSymbol type,
        Location name,
        AttributeData attribute,
        TorchSymbols torch,
        Compilation compilation,
        UsedSources used,
        DiagnosticRecord? declined,
        CancellationToken cancellation)
    {
        var session = new RecordingSession(compilation, type, torch, used, cancellation);
        if (RecordedForward.Find(type, session) is not { } forward || !session.Touches(forward))
        {
            return null;
        }

        var source = ModelRecorder.Write(type, attribute, compilation, torch, used, cancellation);
        var why = declined is null ? "as its attribute asks" : $"because {Reason(declined, compilation, used, cancellation)}";
        return new ModelReading(
            type.Name,
            LocationRecord.Of(name),
            EquatableArray<Model>.Empty,
            source.Diagnostics
                .Prepend(DiagnosticRecord.Create(Descriptors.Recorded, LocationRecord.Of(name), type.Name, why))
                .ToEquatableArray(),
            EquatableArray<LocationRecord>.Empty)
        {
            Recorded = source.Files,
        };
    }

    private static string Reason(DiagnosticRecord declined, Compilation compilation, UsedSources used, CancellationToken cancellation)
    {
        var message = declined.Id == Descriptors.Unreadable.Id
            ? $"the generator expected {declined.Arguments[0]}"
            : string.Format(
                CultureInfo.InvariantCulture,
                Descriptors.ById(declined.Id).MessageFormat.ToString(CultureInfo.InvariantCulture),
                [.. declined.Arguments.Cast<object>()]);
        return Expression(declined.Location, compilation, used, cancellation) is { } expression
            ? $"of '{expression}': {message}"
            : $"of this: {message}";
    }

    private static string? Expression(
        LocationRecord? location, Compilation compilation, UsedSources used, CancellationToken cancellation)
    {
        if (location is null || compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == location.Path) is not { } tree)
        {
            return null;
        }

        used.Note(tree);
        var text = tree.GetText(cancellation);
        if (location.Span.End > text.Length)
        {
            return null;
        }

        var expression = string.Join(" ", text.ToString(location.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return expression.Length <= LongestExpression ? expression : $"{expression[..(LongestExpression - 1)]}…";
    }
}
