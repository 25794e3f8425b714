using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using DtcGen.Generators.Recording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>Reads a class marked <c>[DualTomographic]</c> into plain, equatable data.</summary>
internal static class ModelReader
{
    public const string AttributeName = "DtcGen.DualTomographicAttribute";

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is ClassDeclarationSyntax;

    /// <summary>
    /// Reads the class; where its source alone does not decide its network, or its attribute asks for it, it is recorded when it runs.
    /// </summary>
    public static ModelReading Read(GeneratorAttributeSyntaxContext context, UsedSources used, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var name = ((ClassDeclarationSyntax)context.TargetNode).Identifier.GetLocation();
        var (compilation, attribute) = (context.SemanticModel.Compilation, context.Attributes[0]);

        var declaration = TypeDeclarations.Check(type, name, cancellation);
        if (TorchSymbols.Find(compilation) is not { } torch)
        {
            return Failed(type, name, [.. declaration, DiagnosticRecord.Create(Descriptors.NoForward, LocationRecord.Of(name), type.Name)]);
        }

        var recording = new RecordingSession(compilation, type, torch, used, cancellation);
        var asked = RecordedReading.IsAsked(attribute);
        if (asked == true && declaration.Length == 0 && RecordedReading.Record(recording, name, attribute, null) is { } recorded)
        {
            return recorded;
        }

        var reading = ReadSource(recording, name, attribute, declaration);
        if (asked == false
            || reading.Diagnostics.FirstOrDefault(static diagnostic => Descriptors.IsDeclined(diagnostic.Id)) is not { } declined)
        {
            return reading;
        }

        // What is wrong in any case is told alone: the rest does not stand in the way of recording.
        var wrong = reading.Diagnostics.Where(static diagnostic => !Descriptors.IsDeclined(diagnostic.Id)).ToImmutableArray();
        return wrong.Length > 0
            ? Failed(type, name, wrong)
            : RecordedReading.Record(recording, name, attribute, declined) ?? reading;
    }

    private static ModelReading ReadSource(
        RecordingSession recording, Location name, AttributeData attribute, ImmutableArray<DiagnosticRecord> declaration)
    {
        var (type, torch) = (recording.Model, recording.Torch);
        if (ForwardMethod.Find(type, torch) is not { } forward || !recording.Touches(forward))
        {
            return Failed(type, name, [.. declaration, DiagnosticRecord.Create(Descriptors.NoForward, LocationRecord.Of(name), type.Name)]);
        }

        var session = new ReadingSession(recording.Compilation, type, torch, recording.Used, recording.Cancellation);
        if (forward.Parameters.FirstOrDefault(parameter => !torch.IsTensor(parameter.Type)) is { } other)
        {
            session.Report(
                Descriptors.Unreadable,
                other.Locations.FirstOrDefault(),
                "tensors alone: what else forward takes is known when it is called");
            return Failed(type, name, [.. declaration, .. session.Diagnostics]);
        }

        Heirs.Check(session, type);
        var root = FieldConstants.Bind(
            session, new NestedModule(ModulePlace.Root, type, Construction.Of(session, type), NestedModule.NoBindings));
        var inputs = forward.Parameters.Select(parameter => (ReadValue)session.Graph.AddInput(parameter.Name)).ToImmutableArray();
        var outputs = Outputs(session, new ForwardReader(session, root).ReadMethod(forward, inputs, null), forward);
        var keep = KeptLayers.Read(attribute, type.Name, session, recording.Cancellation);

        if (session.Failed || declaration.Length > 0)
        {
            return Failed(type, name, [.. declaration, .. session.Diagnostics]);
        }

        var model = new Model(TypeDeclarations.Describe(type, recording.Compilation), session.Graph.Build(outputs, keep));
        return new ModelReading(
            type.Name,
            LocationRecord.Of(name),
            new[] { model }.ToEquatableArray(),
            EquatableArray<DiagnosticRecord>.Empty,
            LayerPlaces.Asked(attribute)
                ? LayerPlaces.Find(type, name, model.Graph.Layers)
                : EquatableArray<LocationRecord>.Empty);
    }

    private static ModelReading Failed(INamedTypeSymbol type, Location name, ImmutableArray<DiagnosticRecord> diagnostics)
        => new(
            type.Name,
            LocationRecord.Of(name),
            EquatableArray<Model>.Empty,
            new EquatableArray<DiagnosticRecord>(diagnostics),
            EquatableArray<LocationRecord>.Empty);

    private static ImmutableArray<TensorValue> Outputs(ReadingSession session, ReadValue returned, IMethodSymbol forward)
    {
        switch (returned)
        {
            case SequenceValue sequence when sequence.Items.Any(item => item is TensorValue tensor && session.Graph.IsSpoiled(tensor)):
                session.Report(
                    Descriptors.Unreadable,
                    forward.Locations.FirstOrDefault(),
                    "forward to return tensors that have not been changed in place through a view of them");
                return [];
            case TensorValue tensor:
                return [tensor];
            case SequenceValue sequence when sequence.Items.All(static item => item is TensorValue):
                return [.. sequence.Items.Cast<TensorValue>()];
            case UnreadableValue:
                session.Fail();
                return [];
            default:
                session.Report(
                    Descriptors.Unreadable, forward.Locations.FirstOrDefault(), "forward to return a tensor or a tuple of tensors");
                return [];
        }
    }
}
