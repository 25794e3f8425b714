using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace DtcGen.Runtime;

/// <summary>
/// A number in double precision for each neuron of a group. It stays on the device of the layer that it comes from for as long as it
/// meets none from elsewhere. Made by <see cref="WeightSums"/>, in the dispose scope that is open there. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NeuronSums
{
    private readonly double[]? _onHost;
    private readonly Tensor? _onDevice;

    internal NeuronSums(double[] onHost) => _onHost = onHost;

    /// <summary>Shape (neurons), float64.</summary>
    internal NeuronSums(Tensor sums)
    {
        if (sums.device_type == DeviceType.CPU)
        {
            _onHost = WideNumbers.ToHost(sums);
        }
        else
        {
            _onDevice = sums;
        }
    }

    internal int Count => _onHost?.Length ?? checked((int)_onDevice!.size(0));

    /// <summary>Adds the numbers of each neuron.</summary>
    /// <param name="left">The sums over one layer.</param>
    /// <param name="right">Those of the same neurons over another.</param>
    /// <exception cref="InvalidOperationException">They are not of as many neurons.</exception>
    public static NeuronSums operator +(NeuronSums left, NeuronSums right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);

        if (left.Count != right.Count)
        {
            throw new InvalidOperationException(
                $"A layer has {left.Count} neurons of a group, and another {right.Count}. "
                + "Change the sizes of a group's layers only by Clip.");
        }

        if (left._onDevice is { } one && right._onDevice is { } other
            && (one.device_type, one.device_index) == (other.device_type, other.device_index))
        {
            return new NeuronSums(one + other);
        }

        var sums = new double[left.Count];
        TensorPrimitives.Add<double>(left.ToHost(), right.ToHost(), sums);
        return new NeuronSums(sums);
    }

    /// <summary>Sums the numbers of each neuron that has several entries, or is among others.</summary>
    /// <param name="entries">For each neuron as many entries as for another, neuron by neuron.</param>
    /// <param name="count">How many neurons there are.</param>
    internal NeuronSums PerNeuron(long[] entries, long count)
    {
        if (_onDevice is { } sums)
        {
            return new NeuronSums(sums.index_select(0, tensor(entries, device: sums.device)).reshape(count, -1).sum(1));
        }

        var together = new double[count];
        var each = entries.Length / together.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            together[i / each] += _onHost![entries[i]];
        }

        return new NeuronSums(together);
    }

    internal Tensor ToTensor() => _onDevice ?? tensor(_onHost!);

    internal double[] ToHost() => _onHost ?? WideNumbers.ToHost(_onDevice!);
}
