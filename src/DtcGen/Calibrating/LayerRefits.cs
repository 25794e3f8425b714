using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>All layers that lose inputs when a model is clipped. They are made before the clip, and applied after it.</summary>
internal sealed class LayerRefits
{
    private readonly List<(LayerInputs Inputs, LayerRefit? Refit, string? Refusal)> _layers = [];

    /// <summary>Keeps what they are.</summary>
    /// <param name="layers">The layers that lose inputs.</param>
    /// <param name="data">What was gathered.</param>
    /// <param name="ridge">How hard weights are held.</param>
    public LayerRefits(IReadOnlyList<LosingLayer> layers, GatheredData data, double ridge)
    {
        foreach (var losing in layers)
        {
            var inputs = data.Inputs[losing.Layer];
            var refusal = losing.Refusal ?? inputs.Refusal;
            _layers.Add((inputs, refusal is null ? new LayerRefit(inputs, ridge, losing) : null, refusal));
        }
    }

    /// <summary>Refits them.</summary>
    public IReadOnlyList<RefittedLayer> Apply(Action<int, int> progress, CancellationToken cancellation)
    {
        using var guard = no_grad();
        var refitted = new List<RefittedLayer>();
        foreach (var (inputs, refit, refusal) in _layers)
        {
            cancellation.ThrowIfCancellationRequested();
            refitted.Add(refit?.Apply() ?? new RefittedLayer(inputs.Name, null, null, refusal));
            progress(refitted.Count, _layers.Count);
        }

        return refitted;
    }
}
