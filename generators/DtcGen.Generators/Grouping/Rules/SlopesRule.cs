using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>An activation with one slope for each channel, or with one for all.</summary>
internal static class SlopesRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        axes[operation.Output] = input;
        switch (axes.Layer(operation).Outputs)
        {
            case 1:
                break;
            case { } slopes when (input.At(1) ?? (input.FromLast(0) is { } last && last.Size == slopes ? last : null)) is { } channels:
                axes.Use(operation, Role.PerNeuron, channels);
                break;
            default:
                input.PinAll($"which of them '{operation.Name}' gives a slope each cannot be told");
                break;
        }
    }
}
