using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>Every diagnostic of the generator. An id is never given to another diagnostic, nor used again.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor ClassNotPartial = Error(
        "DTC001",
        "A model class must be partial",
        "'{0}' must be declared partial, because its neuron groups are generated into it");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "DTC002",
        "A type around a model class must be partial",
        "'{0}' must be declared partial, because code is generated into '{1}' inside it");

    public static readonly DiagnosticDescriptor NoForward = Error(
        "DTC003",
        "A model class must override forward",
        "'{0}' has no forward to read: derive it from torch.nn.Module and override forward in this class");

    public static readonly DiagnosticDescriptor Unreadable = Error(
        "DTC004",
        "forward cannot be read here",
        "The generator cannot read this: expected {0}");

    public static readonly DiagnosticDescriptor LayerUsedTwice = Error(
        "DTC005",
        "A layer with weights is used twice",
        "'{0}' is used a second time here: give each use a layer of its own");

    public static readonly DiagnosticDescriptor NothingPrunable = Warning(
        "DTC006",
        "No neurons can leave the model",
        "No neurons can leave '{0}': {1}");

    public static readonly DiagnosticDescriptor UnknownKeep = Error(
        "DTC007",
        "Keep names a layer that forward does not use",
        "'{0}' is no layer with weights that the forward of '{1}' uses; it uses: {2}");

    public static readonly DiagnosticDescriptor UnknownLayer = Error(
        "DTC008",
        "A layer's kind cannot be told",
        "The generator cannot tell what layer '{0}' is: {1}");

    public static readonly DiagnosticDescriptor FileLocal = Error(
        "DTC009",
        "A model class cannot be local to a file",
        "'{0}' is a file-local type, which no generated file can complete: remove the modifier 'file'");

    public static readonly DiagnosticDescriptor GroupFound = Info(
        "DTC010",
        "Neurons that leave together",
        "Neuron group '{0}' (each a {1}): {2}");

    public static readonly DiagnosticDescriptor LayerPinned = Info(
        "DTC011",
        "Neurons that stay",
        "The neurons of '{0}' stay: {1}");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Table =
        new[]
        {
            ClassNotPartial, ContainingTypeNotPartial, NoForward, Unreadable, LayerUsedTwice, NothingPrunable,
            UnknownKeep, UnknownLayer, FileLocal, GroupFound, LayerPinned,
        }.ToImmutableDictionary(static descriptor => descriptor.Id);

    public static IEnumerable<DiagnosticDescriptor> All => Table.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor ById(string id) => Table[id];

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, "DtcGen", severity, isEnabledByDefault: true, description: new PageCause(id), helpLinkUri: HelpPages.Address(id));
}
