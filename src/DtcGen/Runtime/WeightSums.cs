using System.ComponentModel;
using System.Runtime.InteropServices;
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
    public static NeuronSums Rows(Tensor weight, Func<Tensor, Tensor>? map) => Along(0, weight, map);

    /// <summary>Sums everything that leads into each neuron, where each neuron has several rows or is among others.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="weight">Shape (outputs, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="layout">How they lie among the outputs.</param>
    public static NeuronSums Rows(string layer, Tensor weight, Func<Tensor, Tensor>? map, long count, NeuronLayout layout)
        => PerNeuron(layer, Rows(weight, map), count, layout);

    /// <summary>Sums everything that leads out of each neuron: over all dimensions of a weight but its columns.</summary>
    /// <param name="weight">Shape (outputs, neurons, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    public static NeuronSums Columns(Tensor weight, Func<Tensor, Tensor>? map) => Along(1, weight, map);

    /// <summary>Sums everything that leads out of each neuron, where each neuron has several columns or is among others.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="weight">Shape (outputs, inputs, ...).</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="layout">How they lie among the inputs.</param>
    public static NeuronSums Columns(string layer, Tensor weight, Func<Tensor, Tensor>? map, long count, NeuronLayout layout)
        => PerNeuron(layer, Columns(weight, map), count, layout);

    /// <summary>The sums of what leads out of neurons that nothing takes: 0 for each.</summary>
    /// <param name="previous">What leads into each.</param>
    public static NeuronSums None(NeuronSums previous)
    {
        ArgumentNullException.ThrowIfNull(previous);

        return new NeuronSums(new double[previous.Count]);
    }

    /// <summary>Makes plain arrays of the sums on either side of a group's neurons.</summary>
    /// <param name="previous">What leads into each neuron.</param>
    /// <param name="next">What leads out of each neuron.</param>
    public static RaySums ToRaySums(NeuronSums previous, NeuronSums next)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(next);

        return new RaySums(previous.ToHost(), next.ToHost());
    }

    /// <summary>Sums a weight for each entry of a dimension: over all others.</summary>
    /// <param name="dimension">0 or 1.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="map">Applied to each weight before summing; null sums the signed weights.</param>
    internal static NeuronSums Along(int dimension, Tensor weight, Func<Tensor, Tensor>? map)
    {
        ArgumentNullException.ThrowIfNull(weight);

        if (weight.device_type == DeviceType.CPU
            && (map is null || map == WeightMap.Magnitude || map == WeightMap.Square)
            && weight.dtype == ScalarType.Float32
            && weight.is_contiguous()
            && weight.numel() <= int.MaxValue / sizeof(float)
            && weight.shape is var shape
            && dimension < Math.Min(shape.Length, 2))
        {
            return new NeuronSums(FloatSums.Of(MemoryMarshal.Cast<byte, float>(weight.bytes), shape, dimension, map));
        }

        var weights = WideNumbers.Of(weight);
        if (map is not null)
        {
            weights = map(weights);
        }

        long[] others = [.. Enumerable.Range(0, (int)weights.ndim).Where(d => d != dimension).Select(static d => (long)d)];
        return new NeuronSums(others.Length == 0 ? weights : weights.sum(others));
    }

    private static NeuronSums PerNeuron(string layer, NeuronSums sums, long count, NeuronLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);

        return sums.Count == count && layout.IsWhole ? sums : sums.PerNeuron(layout.Entries(layer, sums.Count, count), count);
    }
}
