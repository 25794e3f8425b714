using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// A normalisation over the batch scales each channel by itself. One over the features takes their mean and variance, which
/// a zero among them changes: clipping zeros through it would not be exact, so the neurons that it runs across stay.
/// </summary>
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
                axes.Use(operation, Role.PerNeuron, image.NeedFromLast(2));
                break;
            case LayerKind.BatchNorm3d:
                var volume = input.OfRank(5);
                axes[operation.Output] = volume;
                axes.Use(operation, Role.PerNeuron, volume.NeedFromLast(3));
                break;
            case LayerKind.InstanceNorm when input.At(1) is { } instance:
                axes.Use(operation, Role.PerNeuron, instance);
                break;
            case LayerKind.BatchNorm1d when input.At(1) is { } channels:
                axes.Use(operation, Role.PerNeuron, channels);
                break;
            case LayerKind.BatchNorm1d when layer.Outputs is { } size && input.FromLast(0) is { } last && last.Size == size:
                // Of a model's input the rank is not known; that the sizes agree tells where the channels are.
                axes.Use(operation, Role.PerNeuron, last);
                break;
            case LayerKind.LayerNorm when layer.Outputs is not null:
                // Given by one number, it runs across the last dimension alone.
                input.FromLast(0)?.Pin($"'{operation.Name}' runs across them");
                break;
            default:
                input.PinAll($"'{operation.Name}' runs across them");
                break;
        }
    }
}
