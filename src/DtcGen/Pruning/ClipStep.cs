using System.Numerics.Tensors;
using DtcGen.Calibrating;
using DtcGen.Criteria;
using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>
/// One clip of all groups at once: their neurons are scored together, before any of them leaves, and the layers behind are refitted
/// afterwards. Its tensors live in the dispose scope that it is made in.
/// </summary>
internal sealed class ClipStep
{
    private readonly IDualTomographic _model;
    private readonly Calibration? _calibration;
    private readonly Reconstruction? _reconstruction;
    private readonly IReadOnlyList<NeuronPart>[] _parts = [];
    private readonly GatheredData? _data;
    private readonly OutputFit? _output;
    private readonly Action<string, int, int?> _progress;
    private readonly CancellationToken _cancellation;

    /// <summary>Scores the neurons; changes nothing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="criterion">Which neurons leave.</param>
    /// <param name="calibration">Batches, if there are any.</param>
    /// <param name="reconstruction">How layers are refitted where there are batches; null for not at all.</param>
    /// <param name="cycle">The cycle, from 0.</param>
    /// <param name="progress">Told the stage, how much of it is done, and of how much.</param>
    /// <param name="cancellation">Stops it.</param>
    public ClipStep(
        IDualTomographic model,
        ICriterion criterion,
        Calibration? calibration,
        Reconstruction? reconstruction,
        int cycle,
        Action<string, int, int?> progress,
        CancellationToken cancellation)
    {
        (_model, _calibration, _progress, _cancellation) = (model, calibration, progress, cancellation);
        _reconstruction = calibration is null ? null : reconstruction;
        _output = _reconstruction?.FindOutput((nn.Module)model, calibration, cancellation);
        var needs = criterion.Needs | (_reconstruction is { Sequential: false } ? CriterionNeeds.Products : CriterionNeeds.Nothing);
        if (needs != CriterionNeeds.Nothing || _reconstruction is not null)
        {
            _parts = [.. model.Groups.Select(group => NeuronParts.Of(model, group))];
        }

        if (needs != CriterionNeeds.Nothing)
        {
            _data = Gathering.Run((nn.Module)model, _parts, calibration!, criterion, needs, Done, cancellation);
        }

        Contexts = [.. model.Groups.Select(group => CriterionContext.Read(model, group, cycle) with { Data = _data })];
        Scores = [.. Contexts.Select(context => Score(criterion, context))];
    }

    /// <summary>What the criterion was shown of each group.</summary>
    public CriterionContext[] Contexts { get; }

    /// <summary>The scores of each group.</summary>
    public NeuronScores[] Scores { get; }

    /// <summary>The scores as they are ranked: the lowest leave.</summary>
    /// <param name="normalization">What those of a group are divided by.</param>
    public double[][] Ranked(ScoreNormalization normalization) => Array.ConvertAll(Scores, scores =>
    {
        var values = NormalizedScores.Apply(normalization, scores.Values);
        return scores.Clipped == ClippedSide.Lowest ? values : Array.ConvertAll(values, static value => -value);
    });

    /// <summary>Clips, and refits.</summary>
    /// <param name="kept">The neurons that stay in each group.</param>
    public IReadOnlyList<RefittedLayer> Apply(long[][] kept)
    {
        if (_reconstruction is not { } options)
        {
            Clip(kept);
            return [];
        }

        var layers = Refit(kept, options);
        return _output?.Apply(layers, _progress) ?? layers;
    }

    private IReadOnlyList<RefittedLayer> Refit(long[][] kept, Reconstruction options)
    {
        var losing = LosingLayer.Find((nn.Module)_model, _parts, kept);
        if (options.Sequential)
        {
            var inTurn = new SequentialRefits((nn.Module)_model, losing, _calibration!, options, _progress, _cancellation);
            Clip(kept);
            return inTurn.Apply();
        }

        var atOnce = new LayerRefits(losing, _data!, options.Ridge);
        Clip(kept);
        var layers = atOnce.Apply((done, total) => _progress("refit", done, total), _cancellation);
        if (options.RefreshStatistics)
        {
            NormStatistics.Refresh((nn.Module)_model, _calibration!, _progress, _cancellation);
        }

        return layers;
    }

    private void Clip(long[][] kept)
    {
        foreach (var context in Contexts.Where(context => kept[context.Group.Index].Length < context.Neurons))
        {
            _model.Clip(context.Group, kept[context.Group.Index]);
        }
    }

    private NeuronScores Score(ICriterion criterion, CriterionContext context)
    {
        _cancellation.ThrowIfCancellationRequested();
        var scores = criterion.Score(context);
        if (scores.Values.Length != context.Neurons || !TensorPrimitives.IsFiniteAll<double>(scores.Values))
        {
            throw new InvalidOperationException(
                $"The criterion '{criterion.Name}' gave neuron group '{context.Group.Name}' {scores.Values.Length} scores, and must give its {context.Neurons} neurons a finite number each.");
        }

        _progress("scores", context.Group.Index + 1, _model.Groups.Count);
        return scores;
    }

    private void Done(string stage, int done) => _progress(stage, done, null);
}
