using DtcGen.Recording;
using DtcGen.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Fits the fully connected layer that makes a model's output to the loss of the calibration's targets, by L-BFGS (Liu and Nocedal 1989,
/// as libtorch has it) on what the layer takes.
/// </summary>
internal sealed class OutputFit
{
    private const int Rounds = 20;
    private const int StepsOfRound = 10;

    // By how much, relatively, a round must lessen the loss for another to follow.
    private const double Enough = 1e-4;

    private static readonly string Option = $"{nameof(Reconstruction)}.{nameof(Reconstruction.FitOutput)}";

    private readonly nn.Module _model;
    private readonly Calibration _calibration;
    private readonly double _ridge;
    private readonly CancellationToken _cancellation;
    private readonly string _name;
    private readonly Linear _layer;

    private OutputFit(nn.Module model, Calibration calibration, double ridge, CancellationToken cancellation, string name, Linear layer)
        => (_model, _calibration, _ridge, _cancellation, _name, _layer) = (model, calibration, ridge, cancellation, name, layer);

    /// <summary>Finds the layer, on the first batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="calibration">Batches with targets.</param>
    /// <param name="ridge">How hard weights are held.</param>
    /// <param name="cancellation">Looked at before each batch and in the fit.</param>
    /// <exception cref="ArgumentException">There is none, it is called more than once, or it shares its weights with another.</exception>
    public static OutputFit Find(nn.Module model, Calibration calibration, double ridge, CancellationToken cancellation)
    {
        using var modes = new ModuleModes(model);
        using var guard = no_grad();
        var named = ModelTensors.Modules(model).Where(static item => item.Module is Linear).ToArray();
        Linear[] layers = [.. named.Select(static item => (Linear)item.Module)];
        Linear? found = null;
        var calls = 0;
        calibration.ForEach(
            (batch, number) => (found, calls) = Watch(model, layers, batch, number) is { } made ? (made.Layer, made.Calls) : default,
            cancellation,
            most: 1);
        if (found is null)
        {
            throw new ArgumentException(
                $"{Option} fits the fully connected layer that makes the model's output, and {model.GetType().Name} returns what no such layer made: leave it out, or let forward return the layer's output and put what follows into the loss.");
        }

        var name = named.First(item => ReferenceEquals(item.Module, found)).Name;
        var obstacle = calls > 1 ? "forward calls it more than once"
            : LosingLayer.SharesParameters(model, found) ? "it shares its weights with another layer"
            : null;
        return obstacle is null
            ? new OutputFit(model, calibration, ridge, cancellation, name, found)
            : throw new ArgumentException($"{Option} cannot fit '{name}', which makes the model's output: {obstacle}.");
    }

    /// <summary>Fits it, now that the model is clipped and refitted. What was the memory of its weights before is left as it is.</summary>
    /// <param name="layers">What became of the layers so far.</param>
    /// <param name="progress">Told the stage, how much of it is done, and of how much at most.</param>
    /// <returns>The same, with the loss.</returns>
    /// <exception cref="ArgumentException">
    /// The loss is NaN or infinite, or forward does more to what the layer makes than it did on the first batch.
    /// </exception>
    /// <exception cref="InvalidOperationException">The loss threw.</exception>
    public IReadOnlyList<RefittedLayer> Apply(IReadOnlyList<RefittedLayer> layers, Action<string, int, int?> progress)
    {
        using var scope = NewDisposeScope();
        List<(Tensor Inputs, Func<Tensor, Tensor> Loss)> batches = [];
        var before = Measure(batches);
        if (!double.IsFinite(before))
        {
            throw new ArgumentException("The loss of the calibration's targets is NaN or infinite.");
        }

        using (var loss = new OutputLoss(_layer.weight, _layer.bias, batches, _ridge))
        {
            Minimize(loss, before, progress);
            Keep(loss);
        }

        // Of the model as it is now, which also tells whether it still returns what the layer makes.
        var fitted = new FittedLoss(before, Measure());
        return layers.Any(layer => layer.Layer == _name)
            ? [.. layers.Select(layer => layer.Layer == _name ? layer with { Loss = fitted } : layer)]
            : [.. layers, new RefittedLayer(_name, null, null, "it lost no inputs") { Loss = fitted }];
    }

    private void Minimize(OutputLoss loss, double before, Action<string, int, int?> progress)
    {
        loss.TakeUnit(before);
        var round = 0;
        do
        {
            using var optimizer = optim.LBFGS(loss.Parameters, lr: 1, max_iter: StepsOfRound, history_size: 10);
            double last;
            do
            {
                _cancellation.ThrowIfCancellationRequested();
                last = loss.Least;
                optimizer.step(loss.WithGradients);
                loss.ThrowFailure();
                progress("output", ++round, Rounds);
            }
            while (round < Rounds && last - loss.Least > Enough * Math.Abs(loss.Least));
        }
        while (round < Rounds && loss.TakeUnit(loss.Least));
    }

    // The model's mean loss over all samples. Batches are given what the layer took, and the loss of what it makes of that.
    private double Measure(List<(Tensor Inputs, Func<Tensor, Tensor> Loss)>? batches = null)
    {
        using var modes = new ModuleModes(_model);
        using var guard = no_grad();
        var (sum, rows) = (0.0, 0L);
        _calibration.ForEach(
            (batch, number) =>
            {
                var (values, loss) = batch.Targets!.Value;
                var made = Watch(_model, [_layer], batch, number);
                if (made is not { Calls: 1 } once)
                {
                    throw new ArgumentException(
                        $"{Option}: on calibration batch {number} the model returns something else than what '{_name}' makes, as it did on the first: leave it out, or let forward return the layer's output.");
                }

                var ofBatch = once.Input.numel() / once.Input.shape[^1];
                sum += ofBatch * OutputLoss.Number(() => loss(Wide(once.Output), values));
                rows += ofBatch;
                if (batches is not null)
                {
                    var targets = values.clone().MoveToOuterDisposeScope();
                    batches.Add((Wide(once.Input).MoveToOuterDisposeScope(), output => loss(output, targets)));
                }
            },
            _cancellation);
        return sum / rows;

        // Sums of half precision would lose too much.
        static Tensor Wide(Tensor values)
            => values.to(values.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32, copy: true);
    }

    // Which of the layers, called last, made what the model returns, and of what.
    private static MadeOutput? Watch(nn.Module model, Linear[] layers, CalibrationBatch batch, int number)
    {
        var network = Calibration.Network(model);
        using var kept = new KeptTensors();
        List<(nn.Module<Tensor, Tensor> Layer, Tensor Input, Tensor Output)> seen = [];
        LayerHooks.During(
            [.. layers, network],
            (layer, input, output) => seen.Add((layer, kept.Keep(input, copy: true), kept.Keep(output, copy: true))),
            () => (batch with { Targets = null }).RunChecked(model, number));
        var returned = seen.Find(call => ReferenceEquals(call.Layer, network)).Output;
        var maker = seen.FindLast(call => call.Layer is Linear && IsSame(call.Output, returned));
        return maker.Layer is Linear found
            ? new MadeOutput(found, maker.Input, maker.Output, seen.Count(call => ReferenceEquals(call.Layer, found)))
            : null;

        static bool IsSame(Tensor output, Tensor returned)
            => output.dtype == returned.dtype
                && output.shape.AsSpan().SequenceEqual(returned.shape)
                && output.allclose(returned, rtol: 0, atol: 0, equal_nan: true);
    }

    private void Keep(OutputLoss loss)
    {
        using var guard = no_grad();
        Set(_layer.weight, loss.Weight);
        if (_layer.bias is { } bias)
        {
            Set(bias, loss.Bias!);
        }

        static void Set(Parameter parameter, Tensor values)
        {
            using var fresh = values.to(parameter.dtype, copy: true);
            parameter.set_(fresh);
        }
    }

    private sealed record MadeOutput(Linear Layer, Tensor Input, Tensor Output, int Calls);
}
