using System.Runtime.CompilerServices;
using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>In which order a model calls its layers, and how often on each batch of a calibration.</summary>
internal sealed class CallOrder
{
    private readonly nn.Module _model;
    private readonly ConditionalWeakTable<nn.Module, StrongBox<int>> _places = [];
    private readonly List<ConditionalWeakTable<nn.Module, StrongBox<int>>> _calls = [];

    private CallOrder(nn.Module model) => _model = model;

    /// <summary>Goes through the batches, in evaluation mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="calibration">The batches.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">A batch cannot be run, or holds NaN or infinity.</exception>
    public static CallOrder Of(
        nn.Module model, IReadOnlyList<nn.Module<Tensor, Tensor>> layers, Calibration calibration, CancellationToken cancellation)
    {
        var order = new CallOrder(model);
        using var modes = new ModuleModes(model);
        using var guard = no_grad();
        var remove = new List<Action>();
        var place = 0;
        try
        {
            foreach (var layer in layers)
            {
                remove.Add(layer.register_forward_hook((_, _, output) =>
                {
                    order._places.GetOrCreateValue(layer).Value = ++place;
                    order._calls[^1].GetOrCreateValue(layer).Value++;
                    return output;
                }).remove);
            }

            calibration.ForEach(
                (batch, number) =>
                {
                    order._calls.Add([]);
                    batch.RunChecked(model, number);
                },
                cancellation);
        }
        finally
        {
            remove.ForEach(static hook => hook());
        }

        return order;
    }

    /// <summary>When a layer was called last: the lower, the earlier. 0 for one that was not.</summary>
    public int Place(nn.Module layer) => _places.TryGetValue(layer, out var place) ? place.Value : 0;

    /// <summary>Runs the model on a batch until it has called a layer as often as it did.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="number">Its number, from 0.</param>
    /// <returns>What the layer took and made of it, call by call, in the dispose scope that this is called in.</returns>
    public IReadOnlyList<(Tensor Input, Tensor Output)> Watch(nn.Module<Tensor, Tensor> layer, CalibrationBatch batch, int number)
    {
        List<(Tensor Input, Tensor Output)> seen = [];

        // 0, which the hook never counts to, where batches are drawn anew and there are more of them this time: that runs to the end.
        var calls = number < _calls.Count && _calls[number].TryGetValue(layer, out var count) ? count.Value : 0;
        var hook = layer.register_forward_hook((_, input, output) =>
        {
            // Whatever forward still does with them in place comes after the last call.
            var isLast = seen.Count + 1 == calls;
            seen.Add((Keep(input), Keep(output)));
            return isLast ? throw new EnoughSeenException() : output;

            Tensor Keep(Tensor values) => (isLast ? values.detach() : values.detach().clone()).DetachFromDisposeScope();
        });
        try
        {
            using var scope = NewDisposeScope();
            batch.RunChecked(_model, number);
        }
        catch (EnoughSeenException)
        {
            // As asked.
        }
        finally
        {
            hook.remove();
        }

        foreach (var (input, output) in seen)
        {
            CurrentDisposeScope?.Attach(input);
            CurrentDisposeScope?.Attach(output);
        }

        return seen;
    }
}
