using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Reading.Graph;

/// <summary>A layer with weights that <c>forward</c> uses.</summary>
/// <param name="Name">Its name, as <c>named_modules()</c> gives it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Path">How generated code reaches it from the model.</param>
/// <param name="Inputs">How many inputs its factory call gives it, when that is known.</param>
/// <param name="Outputs">How many outputs its factory call gives it, when that is known.</param>
/// <param name="Groups">How its channels are grouped, for a convolution.</param>
/// <param name="GroupCount">How many groups they form, when there are some.</param>
internal sealed record Layer(
    string Name,
    LayerKind Kind,
    EquatableArray<PathStep> Path,
    long? Inputs,
    long? Outputs,
    ChannelGroups Groups = ChannelGroups.One,
    long GroupCount = 1);
