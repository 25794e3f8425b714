using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>Writes what records a model's forward when it runs, for a model that its source alone does not decide.</summary>
internal static class ModelRecorder
{
    /// <summary>The files, and what could not be rewritten.</summary>
    /// <param name="session">What is shared.</param>
    /// <param name="attribute">What marks the model.</param>
    public static RecordedSource Write(RecordingSession session, AttributeData attribute)
    {
        var type = session.Model;
        var methods = new RecordedMethods(session);
        var forwards = new List<(INamedTypeSymbol Type, IMethodSymbol Forward)>();
        foreach (var reached in ReachedModules.Of(session)
            .Where(reached => !reached.IsAbstract && session.Compilation.IsSymbolAccessibleWithin(reached, type)))
        {
            if (RecordedForward.Find(reached, session) is { } found)
            {
                forwards.Add((reached, found));
            }
        }

        var registered = forwards.Select(item => (item.Type, item.Forward, Recorded: methods.TryOf(item.Forward)))
            .Where(static item => item.Recorded is not null)
            .Select(static item => (item.Type, item.Forward, item.Recorded!))
            .ToArray();
        methods.WriteAll();
        if (methods.Diagnostics.Any(static diagnostic => diagnostic.Id == Descriptors.CannotRecord.Id)
            || RecordedForward.Find(type, session) is not { } forward)
        {
            return new RecordedSource(EquatableArray<GeneratedSource>.Empty, methods.Diagnostics.ToEquatableArray());
        }

        var model = TypeDeclarations.Describe(type, session.Compilation);
        var hint = model.HintName.Replace(".DualTomographic.g.cs", string.Empty);
        GeneratedSource members;
        try
        {
            string[] kept = [.. KeptLayers.Names(attribute).OfType<string>()];
            members = RecordedModelWriter.Write(model, type, forward, methods.Of(forward), registered, kept, session);
        }
        catch (UnrecordableException unrecordable)
        {
            var diagnostic = DiagnosticRecord.Create(
                Descriptors.CannotRecord,
                LocationRecord.Of(unrecordable.At?.GetLocation() ?? forward.Locations.FirstOrDefault()),
                type.Name,
                $"{type.Name}.forward",
                unrecordable.Message);
            return new RecordedSource(EquatableArray<GeneratedSource>.Empty, methods.Diagnostics.Append(diagnostic).ToEquatableArray());
        }

        var files = methods.Holders
            .Select((holder, i) => holder.ToSource(
                $"{hint}.Recorded{(i == 0 ? string.Empty : i.ToString(System.Globalization.CultureInfo.InvariantCulture))}.g.cs"))
            .OfType<GeneratedSource>()
            .Append(members)
            .ToEquatableArray();
        return new RecordedSource(files, methods.Diagnostics.ToEquatableArray());
    }
}
