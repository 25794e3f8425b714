using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>Every diagnostic of the generator. An id is never given to another diagnostic, nor used again.</summary>
internal static class Descriptors
{
    // A class is declined when its source alone does not decide its network; what else is an error can never be right.
    private const string Declined = nameof(Declined);

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

    public static readonly DiagnosticDescriptor Unreadable = Decline(
        "DTC004",
        "forward cannot be read here",
        "The generator cannot read this: expected {0}");

    public static readonly DiagnosticDescriptor LayerUsedTwice = Decline(
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

    public static readonly DiagnosticDescriptor UnknownLayer = Decline(
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

    public static readonly DiagnosticDescriptor Recorded = Info(
        "DTC012",
        "The model is recorded when it runs",
        "'{0}' is recorded when it runs, {1}");

    public static readonly DiagnosticDescriptor CannotRecord = Error(
        "DTC013",
        "forward cannot be recorded here",
        "'{0}' is recorded when it runs, but this in '{1}' cannot be: {2}");

    public static readonly DiagnosticDescriptor CannotRecordBlock = Warning(
        "DTC014",
        "A module's forward cannot be recorded here",
        "'{0}' is recorded when it runs; where it comes to '{1}', it stops, because this cannot be recorded: {2}");

    public static readonly DiagnosticDescriptor NotRegistered = Error(
        "DTC015",
        "A layer is no part of its model",
        "'{0}' is no part of its model: {1}");

    public static readonly DiagnosticDescriptor DerivesFromMarked = Error(
        "DTC016",
        "A class derives from a marked class",
        "'{0}' derives from the marked class '{1}': {2}");

    // From here on: what TorchSharp computes otherwise than its names and PyTorch say. The first argument is the version referenced.
    public static readonly DiagnosticDescriptor UnclampedHardtanh = Warning(
        "DTC020",
        "Hardtanh returns its input unclamped",
        "TorchSharp {0} returns the input of {1} unclamped, because it does not work in place: write {2}");

    public static readonly DiagnosticDescriptor RawGroupNorm = AtEnd(
        "DTC021",
        "GroupNorm is never initialised",
        "TorchSharp {0} leaves in a new GroupNorm's weight and bias whatever memory held: "
            + "give them values, init.ones_(norm.weight) and init.zeros_(norm.bias)");

    public static readonly DiagnosticDescriptor OneOutputPadding = Warning(
        "DTC022",
        "Only the first number of output_padding counts",
        "TorchSharp {0} takes the first number of output_padding, {2}, for every dimension of {1}: "
            + "call functional.{3} with the layer's weight and bias");

    public static readonly DiagnosticDescriptor SwappedPadding = Warning(
        "DTC023",
        "Padding.Same pads the wrong sides",
        "TorchSharp {0} gives each dimension of {1} the padding of the opposite one, "
            + "because Padding.Same comes with PaddingModes.{2}: {3}");

    public static readonly DiagnosticDescriptor BrokenPooling = Warning(
        "DTC024",
        "AdaptiveMaxPool3d never works",
        "{1} throws at every call in TorchSharp {0}: use MaxPool3d, its kernel the input's size divided by the output's");

    public static readonly DiagnosticDescriptor CountStops = Warning(
        "DTC025",
        "A batch normalisation counts in a reduced type",
        "TorchSharp {0} counts the batches of {1} in {2}, which stops at {3}: make it without dtype, and convert it by to(ScalarType.{2})");

    public static readonly DiagnosticDescriptor LogTarget = Warning(
        "DTC026",
        "The target is taken for logarithms",
        "{1} takes its target for logarithms in TorchSharp {0}, contrary to PyTorch: "
            + "say log_target: false for probabilities, log_target: true for logarithms");

    public static readonly DiagnosticDescriptor DroppedElu = Warning(
        "DTC027",
        "The result of ELU is dropped",
        "{1} leaves its input as it was in TorchSharp {0}, in place too, and the result is dropped: assign it");

    public static readonly DiagnosticDescriptor FixedSlope = Warning(
        "DTC028",
        "RReLU draws no slopes",
        "RReLU multiplies by the mean slope in training too in TorchSharp {0}: use LeakyReLU, or draw the slopes in forward");

    public static readonly DiagnosticDescriptor PadsEverything = Warning(
        "DTC029",
        "One number pads the batch too",
        "TorchSharp {0} pads every dimension, batch and channels too, where pad is one number: "
            + "give a pair for each dimension, the last one first, such as {1}");

    public static readonly DiagnosticDescriptor IgnoredGenerator = Warning(
        "DTC030",
        "An initialisation ignores its generator",
        "init.{1} draws from the global generator in TorchSharp {0}, not from the given one: "
            + "call {1} of the tensor itself, in a block without gradients");

    public static readonly DiagnosticDescriptor ConstantWeights = Warning(
        "DTC031",
        "trunc_normal_ does not draw from a truncated normal distribution",
        "init.trunc_normal_ fills the tensor with few numbers, often with one, in TorchSharp {0}: "
            + "call normal_ of the tensor itself, then clamp_");

    public static readonly DiagnosticDescriptor CellWithoutState = Warning(
        "DTC032",
        "LSTMCell needs a state",
        "An LSTMCell called without a state throws in TorchSharp {0}: pass (hidden, cell), zeros at the first step");

    public static readonly DiagnosticDescriptor PretrainedEmbedding = Warning(
        "DTC033",
        "Embedding_from_pretrained lists other weights than it uses",
        "In TorchSharp {0} this embedding computes with the tensor given, and lists, saves and trains a random one: "
            + "make an Embedding and assign its weight");

    public static readonly DiagnosticDescriptor NoParametersAheadOfTime = Warning(
        "DTC034",
        "Compiled ahead of time, a model has no parameters",
        "PublishAot is set, and with it TorchSharp {0} finds no parameters in '{1}': "
            + "it does not train, save, load or move; publish trimmed or as a single file instead");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Table =
        new[]
        {
            ClassNotPartial, ContainingTypeNotPartial, NoForward, Unreadable, LayerUsedTwice, NothingPrunable,
            UnknownKeep, UnknownLayer, FileLocal, GroupFound, LayerPinned,
            Recorded, CannotRecord, CannotRecordBlock, NotRegistered, DerivesFromMarked,
            UnclampedHardtanh, RawGroupNorm, OneOutputPadding, SwappedPadding, BrokenPooling, CountStops, LogTarget, DroppedElu, FixedSlope,
            PadsEverything, IgnoredGenerator, ConstantWeights, CellWithoutState, PretrainedEmbedding, NoParametersAheadOfTime,
        }.ToImmutableDictionary(static descriptor => descriptor.Id);

    public static IEnumerable<DiagnosticDescriptor> All => Table.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor ById(string id) => Table[id];

    /// <summary>
    /// Whether a diagnostic says that the source alone does not decide the network. Running it decides: such a class can
    /// be recorded. Every other error says that the class can never be right as it is.
    /// </summary>
    public static bool IsDeclined(string id) => Table[id].CustomTags.Contains(Declined);

    private static DiagnosticDescriptor Decline(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Error, Declined);

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Info);

    // Known only when the whole compilation has been seen, which editors are told by the tag.
    private static DiagnosticDescriptor AtEnd(string id, string title, string message)
        => Create(id, title, message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags)
        => new(id, title, message, "DtcGen", severity, isEnabledByDefault: true, new PageText(id), HelpPages.Address(id), tags);
}
