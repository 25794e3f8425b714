using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Tensors seen in a forward, which may have dispose scopes of its own: they are kept out of all scopes until this is disposed, and then
/// live in the scope around it, whether the forward succeeded or not.
/// </summary>
internal sealed class KeptTensors : IDisposable
{
    private readonly List<Tensor> _kept = [];

    /// <summary>Keeps a tensor, without gradients.</summary>
    /// <param name="values">The tensor.</param>
    /// <param name="copy">Whether its entries may change in place afterwards.</param>
    public Tensor Keep(Tensor values, bool copy)
    {
        var kept = (copy ? values.detach().clone() : values.detach()).DetachFromDisposeScope();
        _kept.Add(kept);
        return kept;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var kept in _kept)
        {
            CurrentDisposeScope?.Attach(kept);
        }
    }
}
