using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Removes neurons from every member of a group at once. Members are first cut aside; the model changes only in
/// <see cref="Commit"/>, so a member that does not fit leaves the model as it was. Layers, parameters and buffers stay the
/// objects that they are, and get smaller. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NeuronClip : IDisposable
{
    private readonly nn.Module _model;
    private readonly NeuronGroup _group;
    private readonly long _count;
    private readonly long[] _kept;
    private readonly ModelUse _use;
    private readonly DisposeScope _scope;
    private readonly IDisposable _noGrad;
    private readonly Dictionary<string, TensorCut> _cuts = new(StringComparer.Ordinal);
    private readonly Dictionary<(long[] Kept, DeviceType Type, int Device), Tensor> _indices = [];
    private readonly List<Action> _sizes = [];

    /// <summary>Prepares to remove neurons.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">The group that loses neurons.</param>
    /// <param name="count">How many neurons it has.</param>
    /// <param name="keep">The neurons that stay: at least one, strictly ascending, each below <paramref name="count"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="keep"/> is not such a list.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the model.</exception>
    public NeuronClip(nn.Module model, NeuronGroup group, long count, IReadOnlyList<long> keep)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(group);

        _model = model;
        _group = group;
        _count = count;
        _kept = KeptNeurons.Check(group, count, keep);
        _use = ModelUse.Change(model, "clip");
        _noGrad = no_grad();
        _scope = NewDisposeScope();
    }

    /// <summary>Cuts the rows of the weight, and the entries of the bias, that make the leaving neurons.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">The layer that produces the group's neurons.</param>
    /// <param name="layout">How the neurons lie among the layer's outputs; null when they are its outputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Outputs(string name, Linear layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        Cut(name, nameof(layer.weight), layer.weight, 0, layout);
        Cut(name, nameof(layer.bias), layer.bias, 0, layout);
        _sizes.Add(() => layer.out_features = layer.weight.size(0));
    }

    /// <summary>Cuts the columns of the weight that take the leaving neurons.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">A layer that consumes the group's neurons.</param>
    /// <param name="layout">How the neurons lie among the layer's inputs; null when they are its inputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Inputs(string name, Linear layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        Cut(name, nameof(layer.weight), layer.weight, 1, layout);
        _sizes.Add(() => layer.in_features = layer.weight.size(1));
    }

    /// <summary>Makes every member smaller. When every neuron stays, nothing is touched.</summary>
    /// <exception cref="InvalidOperationException">
    /// A layer shares its weight with another that does not lose the same entries: nothing was changed. It is thrown also when
    /// every neuron stays.
    /// </exception>
    public void Commit()
    {
        var cuts = SharedMemory.Check(_model, _group, _cuts.Values, _isRecorded);
        if (_kept.Length == _count)
        {
            return;
        }

        foreach (var (cut, first) in cuts)
        {
            cut.Commit(first.Smaller);
        }

        foreach (var size in _sizes)
        {
            size();
        }

        ClipHistory.Add(_model, _group.Name, checked((int)_count), _kept);
    }

    /// <summary>Releases what was cut aside and not committed.</summary>
    public void Dispose()
    {
        _scope.Dispose();
        _noGrad.Dispose();
        _use.Dispose();
    }

    private void Cut(string layer, string part, Tensor? values, long dimension, NeuronLayout? layout)
    {
        var name = $"{layer}.{part}";
        if (values is not null)
        {
            Cut(layer, _cuts.TryGetValue(name, out var known) ? known : new TensorCut(name, values), dimension, layout);
        }
    }

    private void Cut(string layer, TensorCut cut, long dimension, NeuronLayout? layout)
    {
        if (NeuronParts.IsAsking(_group))
        {
            var entries = (layout ?? NeuronLayout.Whole).Entries(layer, cut.Values.shape[dimension], _count);
            NeuronParts.Answer(layer, cut.Name, cut.Values, dimension, entries, _count);
            return;
        }

        _cuts[cut.Name] = cut;
        var kept = Kept(layer, cut.Smaller.size((int)dimension), layout);
        cut.Keep(dimension, kept, Index(kept, cut.Values));
    }

    // Most layers have the group's neurons as they are.
    private long[] Kept(string layer, long total, NeuronLayout? layout)
        => total == _count && layout is null or { IsWhole: true }
            ? _kept
            : (layout ?? NeuronLayout.Whole).Kept(layer, total, _count, _kept);

    // Where the values are; once for all of a group's layers that lose the same entries.
    private Tensor Index(long[] kept, Tensor values)
    {
        var key = (kept, values.device_type, values.device_index);
        return _indices.TryGetValue(key, out var known) ? known : _indices[key] = tensor(kept, device: values.device);
    }
}
