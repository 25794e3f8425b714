using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// The sums that weight rays are reconstructed from (arXiv 2505.23869, row sums of adjacent layers), in double
/// precision. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightSums
{
    /// <summary>Sums everything that leads into each neuron: over all dimensions of a weight but its rows.</summary>
    /// <param name="weight">Shape (neurons, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <returns>Shape (neurons), float64.</returns>
    public static Tensor Rows(Tensor weight, Func<Tensor, Tensor>? map) => OverAllBut(0, weight, map);

    /// <summary>Sums everything that leads into each neuron, where each neuron has several rows or is among others.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="weight">Shape (outputs, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="layout">How they lie among the outputs.</param>
    /// <returns>Shape (neurons), float64.</returns>
    public static Tensor Rows(string layer, Tensor weight, Func<Tensor, Tensor>? map, long count, NeuronLayout layout)
        => PerNeuron(layer, Rows(weight, map), count, layout);

    /// <summary>Sums everything that leads out of each neuron: over all dimensions of a weight but its columns.</summary>
    /// <param name="weight">Shape (outputs, neurons, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <returns>Shape (neurons), float64.</returns>
    public static Tensor Columns(Tensor weight, Func<Tensor, Tensor>? map) => OverAllBut(1, weight, map);

    /// <summary>Sums everything that leads out of each neuron, where each neuron has several columns or is among others.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="weight">Shape (outputs, inputs, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="layout">How they lie among the inputs.</param>
    /// <returns>Shape (neurons), float64.</returns>
    public static Tensor Columns(string layer, Tensor weight, Func<Tensor, Tensor>? map, long count, NeuronLayout layout)
        => PerNeuron(layer, Columns(weight, map), count, layout);

    /// <summary>Makes plain arrays of the sums on either side of a group's neurons.</summary>
    /// <param name="previous">Shape (neurons), float64: what leads into each neuron.</param>
    /// <param name="next">Shape (neurons), float64: what leads out of each neuron.</param>
    public static RaySums ToRaySums(Tensor previous, Tensor next)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(next);

        return new RaySums(previous.data<double>().ToArray(), next.data<double>().ToArray());
    }

    private static Tensor OverAllBut(int dimension, Tensor weight, Func<Tensor, Tensor>? map)
    {
        ArgumentNullException.ThrowIfNull(weight);

        // Some accelerators have no double precision.
        var weights = (weight.device_type == DeviceType.MPS ? weight.detach().cpu() : weight.detach()).to(ScalarType.Float64);
        if (map is not null)
        {
            weights = map(weights);
        }

        // A group's layers may live on several devices, and its few sums are added up.
        var others = Enumerable.Range(0, (int)weights.ndim).Where(d => d != dimension).Select(static d => (long)d).ToArray();
        return (others.Length == 0 ? weights : weights.sum(others)).cpu();
    }

    private static Tensor PerNeuron(string layer, Tensor sums, long count, NeuronLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);

        var entries = layout.Entries(layer, sums.shape[0], count);
        return sums.index_select(0, tensor(entries, device: sums.device)).reshape(count, -1).sum(1);
    }
}
