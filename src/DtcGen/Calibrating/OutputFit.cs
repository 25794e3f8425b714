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
    /// <exception cref="ArgumentException">There is none, or it shares its weight with another.</exception>
    public static OutputFit Find(nn.Module model, Calibration calibration, double ridge, CancellationToken cancellation)
    {
        using var modes = new ModuleModes(model);
        using var guard = no_grad();
        var named = ModelTensors.Modules(model).Where(static item => item.Module is Linear).ToArray();
        Linear[] layers = [.. named.Select(static item => (Linear)item.Module)];
        Linear? found = null;
        calibration.ForEach((batch, number) => found = Watch(model, layers, batch, number)?.Layer, cancellation, most: 1);
        var what = $"{nameof(Reconstruction)}.{nameof(Reconstruction.FitOutput)}";
        if (found is null)
        {
            throw new ArgumentException(
                $"{what} fits the fully connected layer that makes the model's output, and {model.GetType().Name} returns what no such layer made: leave it out, or let forward return the layer's output and put what follows into the loss.");
        }

        var name = named.First(item => ReferenceEquals(item.Module, found)).Name;
        return !LosingLayer.IsShared(model, found.weight)
            ? new OutputFit(model, calibration, ridge, cancellation, name, found)
            : throw new ArgumentException($"{what} cannot fit '{name}', which makes the model's output: it shares its weights with another layer.");
    }

    /// <summary>Fits it, now that the model is clipped and refitted. What was the memory of its weights before is left as it is.</summary>
    /// <param name="layers">What became of the layers so far.</param>
    /// <param name="progress">Told the stage, how much of it is done, and of how much at most.</param>
    /// <returns>The same, with the loss.</returns>
    public IReadOnlyList<RefittedLayer> Apply(IReadOnlyList<RefittedLayer> layers, Action<string, int, int?> progress)
    {
        using var scope = NewDisposeScope();
        using var loss = new OutputLoss(_layer.weight, _layer.bias, Gather(), _ridge);
        var before = loss.Mean();
        if (!double.IsFinite(before))
        {
            throw new ArgumentException("The loss of the calibration's targets is NaN or infinite.");
        }

        using (var optimizer = optim.LBFGS(loss.Parameters, lr: 1, max_iter: StepsOfRound, history_size: 10))
        {
            for (var round = 0; round < Rounds; round++)
            {
                _cancellation.ThrowIfCancellationRequested();
                var last = loss.Least;
                optimizer.step(loss.WithGradients);
                loss.ThrowFailure();
                progress("output", round + 1, Rounds);
                if (!(loss.Least < last * (1 - Enough)))
                {
                    break;
                }
            }
        }

        Keep(loss);
        var fitted = new FittedLoss(before, loss.Mean());
        return layers.Any(layer => layer.Layer == _name)
            ? [.. layers.Select(layer => layer.Layer == _name ? layer with { Loss = fitted } : layer)]
            : [.. layers, new RefittedLayer(_name, null, null, "it lost no inputs") { Loss = fitted }];
    }

    private List<(Tensor Inputs, Func<Tensor, Tensor> Loss)> Gather()
    {
        using var modes = new ModuleModes(_model);
        using var guard = no_grad();
        List<(Tensor Inputs, Func<Tensor, Tensor> Loss)> batches = [];
        _calibration.ForEach(
            (batch, number) =>
            {
                var (values, loss) = batch.Targets!.Value;
                var targets = values.clone().MoveToOuterDisposeScope();
                var inputs = Watch(_model, [_layer], batch, number)?.Input ?? throw new ArgumentException(
                    $"On calibration batch {number} the model returns something else than what '{_name}' makes, which made its output on the first.");
                batches.Add((Wide(inputs), output => loss(output, targets)));
            },
            _cancellation);
        return batches;

        // Sums of half precision would lose too much.
        Tensor Wide(Tensor inputs)
            => inputs.to(inputs.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32, copy: true)
                .MoveToOuterDisposeScope();
    }

    // Which of the layers, called last, made what the model returned, and of what.
    private static (Linear Layer, Tensor Input)? Watch(nn.Module model, Linear[] layers, CalibrationBatch batch, int number)
    {
        var network = Calibration.Network(model);
        List<(nn.Module<Tensor, Tensor> Layer, Tensor Input, Tensor Output)> seen = [];
        LayerHooks.During(
            [.. layers, network],
            (layer, input, output) => seen.Add((layer, Keep(input), Keep(output))),
            () => batch.RunChecked(model, number));
        foreach (var (_, input, output) in seen)
        {
            CurrentDisposeScope!.Attach(input);
            CurrentDisposeScope!.Attach(output);
        }

        var returned = seen.Find(call => ReferenceEquals(call.Layer, network)).Output;
        var maker = seen.FindLast(call => call.Layer is Linear linear
            && call.Output.shape.AsSpan().SequenceEqual(returned.shape)
            && LayerWindows.Agree(
                linear, LayerWindows.Of(linear, call.Input), linear.weight.detach(), linear.bias?.detach(), returned));
        return maker.Layer is Linear found ? (found, maker.Input) : null;

        // Forward may have a dispose scope of its own.
        static Tensor Keep(Tensor values) => values.detach().DetachFromDisposeScope();
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
}
