using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.SparseTraining;

/// <summary>
/// The weights that belong to each neuron of a model, through which gradients flow. Where they lie is worked out once, and again when the
/// model has got smaller or has moved.
/// </summary>
internal sealed class NeuronWeights : IDisposable
{
    private readonly IDualTomographic _model;
    private readonly Func<NeuronPart, bool> _takes;
    private Place[][]? _places;

    /// <summary>Finds the weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="takes">Which weights are taken.</param>
    public NeuronWeights(IDualTomographic model, Func<NeuronPart, bool> takes)
    {
        (_model, _takes) = (model, takes);
        PruneRun.CheckGroups(model);
        _places = Find();
    }

    /// <summary>How often they were found.</summary>
    public int Version { get; private set; }

    /// <summary>Whether there are any.</summary>
    public bool Any => _places!.Any(static group => group.Length > 0);

    /// <summary>Finds them again if the model is another than it was.</summary>
    public void Refresh()
    {
        ObjectDisposedException.ThrowIf(_places is null, this);
        if (!_places.All(static group => group.All(static place => place.IsRight)))
        {
            Dispose();
            _places = Find();
        }
    }

    /// <summary>The weights of a group's neurons, in the dispose scope that this is called in.</summary>
    /// <param name="group">The group's number.</param>
    /// <returns>For each layer that has any, shape (neurons, what each has), in single precision at least.</returns>
    public Tensor[] Of(int group) => Array.ConvertAll(_places![group], static place => place.Read());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var place in _places?.SelectMany(static group => group) ?? [])
        {
            place.Entries?.Dispose();
        }

        _places = null;
    }

    private Place[][] Find()
    {
        using var scope = NewDisposeScope();
        Version++;
        return [.. _model.Groups.Select(group => NeuronParts.Of(_model, group).Where(part => part.IsWeight && _takes(part))
            .DistinctBy(static part => (TensorMemory.Of(part.Values), part.Dimension, part.Member.Role))
            .Select(static part => new Place(part)).ToArray())];
    }

    private sealed class Place
    {
        private readonly NeuronPart _part;
        private readonly long[] _shape;
        private readonly Device _device;
        private readonly long _neurons;

        public Place(NeuronPart part)
        {
            _part = part;
            var weight = part.Values;
            (_shape, _device, _neurons) = (weight.shape, weight.device, part.Neurons);
            var entries = part.EntriesPerNeuron;
            if (!entries.Select(static (entry, i) => entry == i).All(static inOrder => inOrder) || entries.Length != _shape[part.Dimension])
            {
                Entries = tensor(entries, device: _device).DetachFromDisposeScope();
            }
        }

        /// <summary>The entries of the neurons, neuron by neuron; null where they are all, in order.</summary>
        public Tensor? Entries { get; }

        public bool IsRight
        {
            get
            {
                // Whatever made it leave its layer, another weight set or another device, has made its handle invalid.
                using var scope = NewDisposeScope();
                var weight = _part.Values;
                return !weight.IsInvalid && weight.shape.AsSpan().SequenceEqual(_shape) && weight.device.ToString() == _device.ToString();
            }
        }

        public Tensor Read()
        {
            var along = _part.Values.transpose(0, _part.Dimension);
            var each = (Entries is null ? along : along.index_select(0, Entries)).reshape(_neurons, -1);
            return each.element_size() == 2 ? each.to(ScalarType.Float32) : each;
        }
    }
}
