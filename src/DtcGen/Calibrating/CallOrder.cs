using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>In which order a model calls its layers, and how often on each batch of a calibration.</summary>
internal sealed class CallOrder
{
    private readonly nn.Module _model;
    private readonly Dictionary<nn.Module, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<Dictionary<nn.Module, int>> _calls = [];

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
        var place = 0;
        LayerHooks.During(
            layers,
            (layer, _, _) =>
            {
                order._places[layer] = ++place;
                order._calls[^1][layer] = order._calls[^1].GetValueOrDefault(layer) + 1;
            },
            () => calibration.ForEach(
                (batch, number) =>
                {
                    order._calls.Add(new(ReferenceEqualityComparer.Instance));
                    batch.RunChecked(model, number);
                },
                cancellation));
        return order;
    }

    /// <summary>When a layer was called last: the lower, the earlier. 0 for one that was not.</summary>
    public int Place(nn.Module layer) => _places.GetValueOrDefault(layer);

    /// <summary>Runs the model on a batch until it has called a layer as often as it did.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="number">Its number, from 0.</param>
    /// <returns>What the layer took and made of it, call by call, in the dispose scope that this is called in.</returns>
    public IReadOnlyList<(Tensor Input, Tensor Output)> Watch(nn.Module<Tensor, Tensor> layer, CalibrationBatch batch, int number)
    {
        using var kept = new KeptTensors();
        List<(Tensor Input, Tensor Output)> seen = [];

        // 0, which is never counted to, where batches are drawn anew and there are more of them this time: that runs to the end.
        var calls = number < _calls.Count ? _calls[number].GetValueOrDefault(layer) : 0;
        try
        {
            using var scope = NewDisposeScope();
            LayerHooks.During([layer], See, () => batch.RunChecked(_model, number));
        }
        catch (EnoughSeenException)
        {
            // As asked.
        }

        return seen;

        void See(nn.Module<Tensor, Tensor> called, Tensor input, Tensor output)
        {
            // Whatever forward still does with them in place comes after the last call.
            var isLast = seen.Count + 1 == calls;
            seen.Add((kept.Keep(input, copy: !isLast), kept.Keep(output, copy: !isLast)));
            if (isLast)
            {
                throw new EnoughSeenException();
            }
        }
    }
}
