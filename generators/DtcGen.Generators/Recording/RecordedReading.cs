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
    /// <param name="session">What is shared.</param>
    /// <param name="name">Where the class's name stands.</param>
    /// <param name="attribute">What marks it.</param>
    /// <param name="declined">Why its source was declined, or null when it was not read.</param>
    public static ModelReading? Record(RecordingSession session, Location name, AttributeData attribute, DiagnosticRecord? declined)
    {
        var type = session.Model;
        if (RecordedForward.Find(type, session) is not { } forward || !session.Touches(forward))
        {
            return null;
        }

        var source = ModelRecorder.Write(session, attribute);
        var why = declined is null ? "as its attribute asks" : $"because {Reason(declined, session)}";
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

    private static string Reason(DiagnosticRecord declined, RecordingSession session)
    {
        var message = declined.Id == Descriptors.Unreadable.Id
            ? $"the generator expected {declined.Arguments[0]}"
            : string.Format(
                CultureInfo.InvariantCulture,
                Descriptors.ById(declined.Id).MessageFormat.ToString(CultureInfo.InvariantCulture),
                [.. declined.Arguments.Cast<object>()]);
        return Expression(declined.Location, session) is { } expression
            ? $"of '{expression}': {message}"
            : $"of this: {message}";
    }

    private static string? Expression(LocationRecord? location, RecordingSession session)
    {
        if (location is null || session.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == location.Path) is not { } tree)
        {
            return null;
        }

        session.Used.Note(tree);
        var text = tree.GetText(session.Cancellation);
        if (location.Span.End > text.Length)
        {
            return null;
        }

        var expression = string.Join(" ", text.ToString(location.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return expression.Length <= LongestExpression ? expression : $"{expression[..(LongestExpression - 1)]}…";
    }
}
