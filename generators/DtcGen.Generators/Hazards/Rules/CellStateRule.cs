using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>cell.call(x)</c> of an LSTMCell, without (hidden, cell): libtorch is given an empty state and throws.</summary>
internal static class CellStateRule
{
    public static Hazard? Find(HazardCall call)
        => call.Call.Instance?.Type is { Name: "LSTMCell", ContainingNamespace.Name: "Modules" }
            && call.Call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1) is var state
            && (state is null || call.Is(state.Parameter!.Name, null))
            ? new(Descriptors.CellWithoutState)
            : null;
}
