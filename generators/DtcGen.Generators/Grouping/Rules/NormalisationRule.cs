using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>A normalisation over the batch scales each channel by itself; one over the features needs them all.</summary>
internal static class NormalisationRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var layer = axes.Layer(operation);
        var input = axes.Input(operation);
        axes[operation.Output] = input;
        switch (layer.Kind)
        {
            case LayerKind.BatchNorm2d:
                var image = input.OfRank(4);
                axes[operation.Output] = image;
                axes.Use(operation, Role.PerNeuron, image.At(1)!);
                break;
            case LayerKind.BatchNorm1d when input.At(1) is { } channels:
                axes.Use(operation, Role.PerNeuron, channels);
                break;
            case LayerKind.BatchNorm1d when layer.Outputs is { } size && input.FromLast(0) is { } last && last.Size == size:
                // Of a model's input the rank is not known; that the sizes agree tells where the channels are.
                axes.Use(operation, Role.PerNeuron, last);
                break;
            default:
                input.PinAll($"'{operation.Name}' runs across them");
                break;
        }
    }
}
