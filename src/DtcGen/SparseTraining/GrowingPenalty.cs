using DtcGen.Criteria;
using static TorchSharp.torch;

namespace DtcGen.SparseTraining;

/// <summary>
/// Growing regularisation (Wang et al. 2020, GReg-1, arXiv 2012.09243): ½·Σ λ·‖w‖² over the weights w of the neurons that a criterion
/// marks, in all layers of their group, with a factor λ that grows from 0. The marked neurons go to zero slowly enough for the others to
/// take over what they did.
/// </summary>
/// <remarks>After a clip, the criterion marks anew, and λ is 0 again.</remarks>
public sealed class GrowingPenalty : NeuronPenalty
{
    private readonly IDualTomographic _model;
    private readonly double _share;
    private readonly ICriterion _criterion;
    private readonly Calibration? _calibration;
    private readonly double _growth = 1e-4;
    private readonly double _limit = 1;
    private Tensor[] _marks = [];
    private int _version;

    /// <summary>Makes the term, and marks.</summary>
    /// <param name="model">A model of a class marked <see cref="DualTomographicAttribute"/>; one that must be recorded has been.</param>
    /// <param name="share">The share of each group's neurons that is marked, in (0, 1); one of each stays unmarked.</param>
    /// <param name="criterion">Marks those that it would have leave; null for the least L1 norms.</param>
    /// <param name="calibration">Batches, for a criterion that looks at data.</param>
    /// <exception cref="ArgumentException">No neuron of the model can leave, or the criterion needs data that are not given.</exception>
    /// <exception cref="NotSupportedException">The model's clip is written by hand.</exception>
    public GrowingPenalty(IDualTomographic model, double share, ICriterion? criterion = null, Calibration? calibration = null)
        : base(model)
    {
        _model = model;
        _share = share > 0 && share < 1
            ? share
            : throw new ArgumentOutOfRangeException(nameof(share), share, "The share that is marked must lie between 0 and 1.");
        (_criterion, _calibration) = (criterion ?? new NormCriterion(), calibration);
        _criterion.CheckNeeds(calibration);
        Mark();
    }

    /// <summary>How much λ grows at a time; 0.0001 unless set.</summary>
    public double Growth
    {
        get => _growth;
        init => _growth = Check(value, nameof(Growth));
    }

    /// <summary>Where λ ends; 1 unless set.</summary>
    public double Limit
    {
        get => _limit;
        init => _limit = Check(value, nameof(Limit));
    }

    /// <summary>λ, as it is now.</summary>
    public double Factor { get; private set; }

    /// <summary>Lets λ grow. Call it every few steps.</summary>
    public void Grow() => Factor = Math.Min(Limit, Factor + Growth);

    /// <summary>Has the criterion mark anew, and begins again with λ = 0.</summary>
    public void Mark()
    {
        using var scope = NewDisposeScope();
        Weights.Refresh();
        var scores = new ClipStep(_model, _criterion, _calibration, null, 0, static (_, _, _) => { }, default).Scores;
        Release();
        _marks = [.. scores.Select((score, group) => Marks(group, score).DetachFromDisposeScope())];
        (Factor, _version) = (0, Weights.Version);
    }

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        base.Prepare();
        if (_version != Weights.Version)
        {
            Mark();
        }
    }

    /// <inheritdoc/>
    private protected override Tensor Of(int group, Tensor[] weights)
        => Sum(weights.Select(static weight => weight.square().sum(dim: 1))).mul(_marks[group]).sum().mul(0.5 * Factor);

    /// <inheritdoc/>
    private protected override void Release()
    {
        foreach (var marks in _marks)
        {
            marks.Dispose();
        }

        _marks = [];
    }

    private static double Check(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "It must be a number above 0.");

    private Tensor Marks(int group, NeuronScores scores)
    {
        var neurons = scores.Values.Length;
        var leaving = Math.Min(neurons - 1, (int)Math.Round(_share * neurons, MidpointRounding.AwayFromZero));
        var marks = Enumerable.Repeat(1.0f, neurons).ToArray();
        foreach (var kept in NeuronSelection.Keep(scores, neurons - leaving))
        {
            marks[kept] = 0;
        }

        var like = Weights.Of(group)[0];
        return tensor(marks, dtype: like.dtype, device: like.device);
    }
}
