using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Removes neurons from every member of a group at once. Members are first cut aside; the model changes only in
/// <see cref="Commit"/>, so a member that does not fit leaves the model as it was. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NeuronClip : IDisposable
{
    private readonly long _count;
    private readonly long[] _kept;
    private readonly DisposeScope _scope;
    private readonly IDisposable _noGrad;
    private readonly Dictionary<nn.Module, IPendingLayer> _pending = new(ReferenceEqualityComparer.Instance);
    private readonly List<IPendingLayer> _order = [];

    /// <summary>Prepares to remove neurons.</summary>
    /// <param name="group">The group that loses neurons.</param>
    /// <param name="count">How many neurons it has.</param>
    /// <param name="keep">The neurons that stay: at least one, strictly ascending, each below <paramref name="count"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="keep"/> is not such a list.</exception>
    public NeuronClip(NeuronGroup group, long count, IReadOnlyList<long> keep)
    {
        ArgumentNullException.ThrowIfNull(group);

        _count = count;
        _kept = KeptNeurons.Check(group, count, keep);
        _noGrad = no_grad();
        _scope = NewDisposeScope();
    }

    /// <summary>Cuts the rows of the weight, and the entries of the bias, that make the leaving neurons.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">The layer that produces the group's neurons.</param>
    /// <param name="layout">How the neurons lie among the layer's outputs; null when they are its outputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Outputs(string name, Linear layer, NeuronLayout? layout = null) => CutOutputs(name, Pending(layer), layout);

    /// <summary>Cuts the columns of the weight that take the leaving neurons.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">A layer that consumes the group's neurons.</param>
    /// <param name="layout">How the neurons lie among the layer's inputs; null when they are its inputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Inputs(string name, Linear layer, NeuronLayout? layout = null) => CutInputs(name, Pending(layer), layout);

    /// <summary>
    /// Puts the smaller tensors in place and disposes the old ones. When every neuron stays, nothing is touched.
    /// </summary>
    public void Commit()
    {
        if (_kept.Length == _count)
        {
            return;
        }

        foreach (var layer in _order)
        {
            layer.Commit();
        }
    }

    /// <summary>Releases what was cut aside and not committed.</summary>
    public void Dispose()
    {
        _scope.Dispose();
        _noGrad.Dispose();
    }

    private void CutOutputs(string name, PendingWeights layer, NeuronLayout? layout)
    {
        var kept = Kept(name, layer.Weight.shape[0], layout);
        layer.Weight = Select(layer.Weight, 0, kept);
        layer.Bias = layer.Bias is null ? null : Select(layer.Bias, 0, kept);
    }

    private void CutInputs(string name, PendingWeights layer, NeuronLayout? layout)
        => layer.Weight = Select(layer.Weight, 1, Kept(name, layer.Weight.shape[1], layout));

    private long[] Kept(string name, long total, NeuronLayout? layout)
        => (layout ?? NeuronLayout.Whole).Kept(name, total, _count, _kept);

    private static Tensor Select(Tensor values, long dimension, long[] kept)
        => values.index_select(dimension, tensor(kept, device: values.device));

    private PendingLinear Pending(Linear layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Find(layer, static layer => new PendingLinear(layer));
    }

    private TPending Find<TLayer, TPending>(TLayer layer, Func<TLayer, TPending> make)
        where TLayer : nn.Module
        where TPending : IPendingLayer
        => _pending.TryGetValue(layer, out var known) ? (TPending)known : Add(layer, make(layer));

    private TPending Add<TPending>(nn.Module layer, TPending pending)
        where TPending : IPendingLayer
    {
        _pending.Add(layer, pending);
        _order.Add(pending);
        return pending;
    }
}
