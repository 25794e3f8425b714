using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Layers with weights.
internal static partial class LayerTable
{
    private static void AddWeighted(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(Linear)] = static (recorder, call) =>
        {
            var layer = (Linear)call.Module;
            recorder.AddWeighted(call, OperatorKind.Linear, Describe(call, LayerKind.Linear, layer.weight.shape[1], layer.weight.shape[0]));
        };
        table[typeof(Embedding)] = static (recorder, call) =>
        {
            var layer = (Embedding)call.Module;
            if (HasMaxNorm(layer))
            {
                recorder.Stay(layer, "its max_norm renormalises rows at each call");
                throw new UnfollowedException("max_norm changes its weights at each call");
            }

            recorder.AddWeighted(
                call, OperatorKind.Embedding, Describe(call, LayerKind.Embedding, layer.weight!.shape[0], layer.weight.shape[1]));
        };
        table[typeof(PReLU)] = static (recorder, call) =>
        {
            var slopes = ((PReLU)call.Module).weight.shape[0];
            recorder.AddWeighted(call, OperatorKind.PRelu, Describe(call, LayerKind.PReLU, slopes, slopes));
        };
        table[typeof(Conv1d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv1d, LayerKind.Conv1d, 1);
        table[typeof(Conv2d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv2d, LayerKind.Conv2d, 2);
        table[typeof(Conv3d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv3d, LayerKind.Conv3d, 3);
        table[typeof(ConvTranspose1d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose1d, 1);
        table[typeof(ConvTranspose2d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose2d, 2);
        table[typeof(ConvTranspose3d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose3d, 3);
        table[
            typeof(BatchNorm1d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm1d);
        table[
            typeof(BatchNorm2d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm2d);
        table[
            typeof(BatchNorm3d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm3d);
        table[typeof(InstanceNorm1d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(InstanceNorm2d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(InstanceNorm3d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(LayerNorm)] = static (recorder, call) =>
        {
            long? across = ((LayerNorm)call.Module).normalized_shape is [var one] ? one : null;
            recorder.AddWeighted(call, OperatorKind.LayerNorm, Describe(call, LayerKind.LayerNorm, across, across));
        };
        table[typeof(GroupNorm)] = static (recorder, call) => recorder.AddWeighted(
            call, OperatorKind.GroupNorm, Describe(call, LayerKind.GroupNorm, null, null));
    }

    private static Layer Describe(ModuleCall call, LayerKind kind, long? inputs, long? outputs)
        => new(call.Name, kind, EquatableArray<PathStep>.Empty, inputs, outputs);

    private static void Convolution(Recorder recorder, ModuleCall call, OperatorKind kind, LayerKind layerKind, int space)
    {
        var layer = (Convolution)call.Module;
        if (call.Input.ndim != space + 2)
        {
            throw new UnfollowedException("without a batch");
        }

        if (layer.transposed && call.Arguments.Length > 1 && call.Arguments[1] is not null)
        {
            throw new UnfollowedException("with an output size");
        }

        var (weight, groups) = (layer.weight.shape, layer.groups);
        var (inputs, outputs) = layer.transposed ? (weight[0], weight[1] * groups) : (weight[1] * groups, weight[0]);
        var form = groups == 1 ? ChannelGroups.One
            : layer.transposed ? ChannelGroups.Unknown
            : groups != inputs ? ChannelGroups.Some
            : inputs == outputs ? ChannelGroups.Depthwise
            : ChannelGroups.DepthwiseMultiplied;
        recorder.AddWeighted(call, kind, Describe(call, layerKind, inputs, outputs) with { Groups = form, GroupCount = groups });
    }

    private static void Normalisation(Recorder recorder, ModuleCall call, OperatorKind kind, LayerKind layerKind)
    {
        var layer = (NormBase)call.Module;
        recorder.AddWeighted(call, kind, Describe(call, layerKind, layer.num_features, layer.num_features));
    }

    // There is no way to ask an embedding: with one, a call shortens rows that are too long.
    private static bool HasMaxNorm(Embedding layer)
    {
        const float Long = 1e6f;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var row = layer.weight!.detach().narrow(0, 0, 1);
        var saved = row.clone();
        row.fill_(Long);
        layer.forward(zeros(1, ScalarType.Int64, row.device));
        var isKept = row.to(ScalarType.Float32).min().item<float>() >= Long * 0.99f;
        row.copy_(saved);
        return !isKept;
    }
}
