using System.Runtime.InteropServices;
using DtcGen.Criteria;
using DtcGen.Recording;
using DtcGen.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Gathers what criteria and reconstruction need on batches, in evaluation mode. The layers themselves tell what they take, by hooks;
/// gradients are those that libtorch computes. The tensors live in the dispose scope that this is called in.
/// </summary>
internal static class Gathering
{
    /// <summary>Goes through the batches, once for activations and once for gradients.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parts">Of each of its groups, the parts.</param>
    /// <param name="calibration">The batches.</param>
    /// <param name="criterion">What it is gathered for.</param>
    /// <param name="needs">What is gathered.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">A batch cannot be run, holds NaN or infinity, or makes such.</exception>
    public static GatheredData Run(
        nn.Module model,
        IReadOnlyList<IReadOnlyList<NeuronPart>> parts,
        Calibration calibration,
        ICriterion criterion,
        CriterionNeeds needs,
        Action<string, int> progress,
        CancellationToken cancellation)
    {
        using var modes = new ModuleModes(model);
        var data = new GatheredData();
        if (needs.HasFlag(CriterionNeeds.Activations) || needs.HasFlag(CriterionNeeds.Products))
        {
            GatherInputs(model, parts, calibration, needs, data, progress, cancellation);
        }

        if (needs.HasFlag(CriterionNeeds.Gradients))
        {
            GatherGradients(
                model, parts, calibration, (criterion as DiagonalHessianCriterion)?.Hutchinson, data, progress, cancellation);
        }

        return data;
    }

    private static void GatherInputs(
        nn.Module model,
        IReadOnlyList<IReadOnlyList<NeuronPart>> parts,
        Calibration calibration,
        CriterionNeeds needs,
        GatheredData data,
        Action<string, int> progress,
        CancellationToken cancellation)
    {
        using var guard = no_grad();
        foreach (var part in parts.SelectMany(static group => group).Where(static part => part.Member.Role == NeuronRole.Consumer)
            .DistinctBy(static part => part.Module, ReferenceEqualityComparer.Instance))
        {
            var layer = (nn.Module<Tensor, Tensor>)part.Module;
            data.Inputs[layer] = new LayerInputs(part.Member.Layer, layer, needs);
        }

        LayerHooks.During(
            data.Inputs.Values.Select(static inputs => inputs.Layer),
            (layer, input, output) => data.Inputs[layer].Add(input, output),
            () => calibration.ForEach(
                (batch, number) =>
                {
                    batch.RunChecked(model, number);
                    progress("activations", number + 1);
                },
                cancellation));

        foreach (var inputs in data.Inputs.Values)
        {
            inputs.CheckFinite();
        }
    }

    private static void GatherGradients(
        nn.Module model,
        IReadOnlyList<IReadOnlyList<NeuronPart>> parts,
        Calibration calibration,
        Func<IReadOnlyList<NeuronPart>, HutchinsonVectors>? hutchinson,
        GatheredData data,
        Action<string, int> progress,
        CancellationToken cancellation)
    {
        var weights = parts.SelectMany(static group => group).Where(static part => part.IsWeight)
            .DistinctBy(static part => TensorMemory.Of(part.Values)).ToArray();
        if (weights.FirstOrDefault(static part => !part.Values.requires_grad) is { } frozen)
        {
            throw new InvalidOperationException(
                $"The weight of layer '{frozen.Member.Layer}' does not require a gradient, which the criterion looks at: set requires_grad, or take another criterion.");
        }

        foreach (var part in weights)
        {
            data.Gradients[TensorMemory.Of(part.Values)] = (Zeros(part.Values), Zeros(part.Values));
        }

        using var guard = enable_grad();
        using var vectors = hutchinson?.Invoke(weights);
        var batches = 0;
        calibration.ForEach(
            (batch, number) =>
            {
                var loss = batch.RunChecked(model, number);
                CheckLoss(loss, number);
                var gradients = Differentiate(loss, number, weights, keepGraph: vectors is not null);
                vectors?.Add(loss);
                foreach (var (part, gradient) in weights.Zip(gradients).Where(static pair => pair.Second is not null))
                {
                    var (mean, square) = data.Gradients[TensorMemory.Of(part.Values)];
                    var wide = WideNumbers.Of(gradient!);
                    mean.add_(wide);
                    square.add_(wide.square());
                }

                batches = number + 1;
                progress("gradients", batches);
            },
            cancellation);
        foreach (var (memory, diagonal) in vectors?.Means() ?? [])
        {
            data.Curvatures[memory] = diagonal;
        }

        foreach (var part in weights)
        {
            var (mean, square) = data.Gradients[TensorMemory.Of(part.Values)];
            mean.div_(batches);
            square.div_(batches);
            if (!square.isfinite().all().item<bool>())
            {
                throw new ArgumentException($"On the calibration batches, the gradient of layer '{part.Member.Layer}' is NaN or infinite.");
            }
        }
    }

    private static Tensor?[] Differentiate(Tensor loss, int number, NeuronPart[] weights, bool keepGraph)
    {
        try
        {
            return Derivatives.Of(loss, Array.ConvertAll(weights, static part => part.Values), keepGraph);
        }
        catch (ExternalException failure)
        {
            throw new ArgumentException(
                $"The loss of calibration batch {number} cannot be differentiated: {failure.Message.Split('\n')[0]}", failure);
        }
    }

    private static Tensor Zeros(Tensor like) => zeros(like.shape, ScalarType.Float64, WideNumbers.Device(like));

    private static void CheckLoss(Tensor loss, int number)
    {
        if (loss.numel() != 1)
        {
            throw new ArgumentException($"The loss of calibration batch {number} has the shape [{string.Join(", ", loss.shape)}], and must be one number.");
        }

        if (!loss.isfinite().item<bool>())
        {
            throw new ArgumentException($"The loss of calibration batch {number} is NaN or infinite.");
        }
    }
}
