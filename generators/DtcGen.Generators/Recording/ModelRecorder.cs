using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>Writes what records a model's forward when it runs, for a model that its source alone does not decide.</summary>
internal static class ModelRecorder
{
    private const string OnnxInterface = "DtcGen.Onnx.IOnnxExportable";

    /// <summary>The files, and what could not be rewritten.</summary>
    /// <param name="type">The model.</param>
    /// <param name="attribute">What marks it.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="torch">TorchSharp's types.</param>
    /// <param name="used">Takes note of what the files depend on.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RecordedSource Write(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        TorchSymbols torch,
        UsedSources used,
        CancellationToken cancellation)
    {
        var session = new RecordingSession(compilation, type, torch, used, cancellation);
        var methods = new RecordedMethods(session);
        var forwards = new List<(INamedTypeSymbol Type, IMethodSymbol Forward)>();
        foreach (var reached in ReachedModules.Of(session)
            .Where(reached => !reached.IsAbstract && compilation.IsSymbolAccessibleWithin(reached, type)))
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

        var exportsOnnx = compilation.GetTypeByMetadataName(OnnxInterface) is not null;
        var model = TypeDeclarations.Describe(type, compilation, exportsOnnx);
        var keep = attribute.NamedArguments.FirstOrDefault(
            static argument => argument.Key == "Keep").Value is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(static item => item.Value as string).OfType<string>()
            : [];
        var hint = model.HintName.Replace(".DualTomographic.g.cs", string.Empty);
        GeneratedSource members;
        try
        {
            members = RecordedModelWriter.Write(model, type, forward, methods.Of(forward), registered, [.. keep], session);
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
