using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// What a layer's output loses, to least squares, when neurons leave its inputs one after the other and its weight is refitted each time
/// (optimal brain surgeon, Hassibi and Stork 1993, for all the weights of a neuron at once). With P = (C + λI)⁻¹, the neuron with entries I
/// costs tr(WᵢᵀPᵢᵢ⁻¹Wᵢ); its leaving changes W by −P₊ᵢPᵢᵢ⁻¹Wᵢ and P by −P₊ᵢPᵢᵢ⁻¹Pᵢ₊, exactly.
/// </summary>
internal sealed class GreedyRemoval
{
    private readonly Tensor _inverse;
    private readonly Tensor _weight;
    private readonly long _groups;
    private readonly long _neurons;
    private readonly long _each;

    /// <summary>Begins with all neurons.</summary>
    /// <param name="regularised">C + λI; shape (groups, entries, entries).</param>
    /// <param name="weight">W; shape (groups, entries, outputs).</param>
    /// <param name="entries">The entries of each neuron: shape (neurons, entries of each). Others stay.</param>
    public GreedyRemoval(Tensor regularised, Tensor weight, Tensor entries)
    {
        (_groups, _neurons, _each) = (weight.shape[0], entries.shape[0], entries.shape[1]);

        // What stays in any case is fitted away: of P, and of W beside it, only the neurons' entries are needed.
        var places = entries.flatten();
        var inverse = cholesky_inverse(RidgeFit.Factor(regularised));
        _inverse = inverse.index_select(1, places).index_select(2, places);
        _weight = weight.index_select(1, places);
    }

    /// <summary>What it costs if each neuron is the next to leave: shape (neurons). Of one that has left, nothing.</summary>
    public Tensor Costs()
    {
        var weight = _weight.reshape(_groups, _neurons, _each, -1);
        var blocks = _inverse.reshape(_groups, _neurons, _each, _neurons, _each).diagonal(0, 1, 3).permute(0, 3, 1, 2);
        var solved = _each == 1 ? weight / blocks : linalg.solve(blocks, weight);
        return (solved * weight).sum([0, 2, 3]);
    }

    /// <summary>Lets a neuron leave.</summary>
    public void Remove(long neuron)
    {
        using var scope = NewDisposeScope();
        var (first, end) = (neuron * _each, (neuron + 1) * _each);
        var columns = _inverse.slice(2, first, end, 1).clone();
        var block = columns.slice(1, first, end, 1);
        var solved = linalg.solve(block, cat([columns.transpose(1, 2), _weight.slice(1, first, end, 1)], 2));
        _inverse.sub_(columns.matmul(solved.slice(2, 0, _neurons * _each, 1)));
        _weight.sub_(columns.matmul(solved.slice(2, _neurons * _each, solved.shape[2], 1)));

        // Exactly nothing is left of it, and its block can be divided by.
        _weight.slice(1, first, end, 1).zero_();
        _inverse.slice(1, first, end, 1).zero_();
        _inverse.slice(2, first, end, 1).zero_();
        _inverse.slice(1, first, end, 1).slice(2, first, end, 1).add_(eye(_each, dtype: ScalarType.Float64, device: _inverse.device));
    }
}
