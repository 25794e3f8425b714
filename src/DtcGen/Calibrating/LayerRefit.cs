using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Refits a layer that loses inputs to what it computed before. It is made before the clip and applied after it.
/// </summary>
internal sealed class LayerRefit
{
    private readonly LayerInputs _inputs;
    private readonly double _ridge;
    private readonly Tensor _weight;
    private readonly long[] _kept;
    private readonly long[] _left;

    /// <summary>Keeps what the layer is before the clip.</summary>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="ridge">How hard its weights are held.</param>
    /// <param name="losing">What it loses.</param>
    public LayerRefit(LayerInputs inputs, double ridge, LosingLayer losing)
    {
        (_inputs, _ridge) = (inputs, ridge);
        var shape = inputs.Weight.shape;
        var window = inputs.Weight.numel() / shape[0] / shape[1];
        var isLeft = Enumerable.Range(0, (int)shape[1]).ToLookup(entry => losing.Inputs.Contains(entry));
        _kept = [.. isLeft[false].SelectMany(entry => Windows(entry, window))];
        _left = [.. isLeft[true].SelectMany(entry => Windows(entry, window))];

        // Without the outputs that leave, each group of a convolution loses as many.
        _weight = LayerWindows.Weight(
            inputs.Layer, WideNumbers.Of(inputs.Weight).index_select(0, Indices(losing.StayingOutputs(shape[0]))));
    }

    /// <summary>Refits the layer, now that its weight is smaller. What was its memory before is left as it is.</summary>
    public RefittedLayer Apply()
    {
        using var scope = NewDisposeScope();
        var (kept, left) = (Indices(_kept), Indices(_left));
        var gram = _inputs.Gram;
        var refitted = RidgeFit.Solve(_inputs.Name, _inputs.Regularised(_ridge), _weight, kept, left);
        var change = zeros_like(_weight).index_copy_(1, kept, refitted) - _weight;
        var all = RidgeFit.Energy(gram, _weight);
        var gone = _weight.index_select(1, left);
        var cut = RidgeFit.Energy(_inputs.Products.index_select(1, left).index_select(2, left), gone);
        _inputs.Weight.copy_(LayerWindows.Unmake(refitted, _inputs.Weight.shape));

        // The mean of what was lost.
        _inputs.AddToBias((_inputs.Sums / _inputs.Rows).unsqueeze(1).matmul(change).neg());
        return RefittedLayer.Of(_inputs.Name, cut, RidgeFit.Energy(gram, change), all);
    }

    private static IEnumerable<long> Windows(long entry, long window)
        => Enumerable.Range(0, (int)window).Select(place => (entry * window) + place);

    private Tensor Indices(long[] places) => tensor(places, device: _inputs.Products.device);
}
