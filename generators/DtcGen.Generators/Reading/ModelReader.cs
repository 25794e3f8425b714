using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>Reads a class marked <c>[DualTomographic]</c> into plain, equatable data.</summary>
internal static class ModelReader
{
    public const string AttributeName = "DtcGen.DualTomographicAttribute";

    private const string OnnxInterface = "DtcGen.Onnx.IOnnxExportable";

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is ClassDeclarationSyntax;

    public static ModelReading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var name = ((ClassDeclarationSyntax)context.TargetNode).Identifier.GetLocation();
        var compilation = context.SemanticModel.Compilation;

        var declaration = TypeDeclarations.Check(type, name, cancellation);
        var torch = TorchSymbols.Find(compilation);
        if (torch is not null
            && Recording.Asked.By(context.Attributes[0])
            && Recording.Asked.Record(type, name, context.Attributes[0], torch, compilation, declaration, cancellation) is { } recorded)
        {
            return recorded;
        }

        if (torch is null || ForwardMethod.Find(type, torch) is not { } forward
            || !forward.Parameters.Any(parameter => torch.IsTensor(parameter.Type)))
        {
            return Failed(type, name, [.. declaration, DiagnosticRecord.Create(Descriptors.NoForward, LocationRecord.Of(name), type.Name)]);
        }

        var session = new ReadingSession(compilation, type, torch, cancellation);
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
        var keep = KeptLayers.Read(context.Attributes[0], type.Name, session, cancellation);

        if (session.Failed || declaration.Length > 0)
        {
            return Failed(type, name, [.. declaration, .. session.Diagnostics]);
        }

        var exportsOnnx = compilation.GetTypeByMetadataName(OnnxInterface) is not null;
        var model = new Model(TypeDeclarations.Describe(type, compilation, exportsOnnx), session.Graph.Build(outputs, keep));
        return new ModelReading(
            type.Name,
            LocationRecord.Of(name),
            new[] { model }.ToEquatableArray(),
            EquatableArray<DiagnosticRecord>.Empty,
            LayerPlaces.Asked(context.Attributes[0])
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
