using DtcGen.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// The mean loss of what a fully connected layer makes of its inputs on all batches, as a function of its weight and bias, with what
/// holds the weight to what it was. Its tensors live in the dispose scope that it is made in.
/// </summary>
internal sealed class OutputLoss : IDisposable
{
    private readonly IReadOnlyList<(Tensor Inputs, Func<Tensor, Tensor> Loss)> _batches;
    private readonly long _rows;
    private readonly Tensor _scale;
    private readonly Tensor _start;
    private readonly double _held;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;
    private Exception? _failure;

    /// <summary>Begins with the layer as it is.</summary>
    /// <param name="weight">Its weight; shape (outputs, inputs).</param>
    /// <param name="bias">Its bias.</param>
    /// <param name="batches">What it takes, and the loss of what it makes.</param>
    /// <param name="ridge">How hard the weight is held: <see cref="Reconstruction.Ridge"/>.</param>
    public OutputLoss(
        Tensor weight,
        Tensor? bias,
        IReadOnlyList<(Tensor Inputs, Func<Tensor, Tensor> Loss)> batches,
        double ridge)
    {
        using var guard = no_grad();
        _batches = batches;
        var type = batches[0].Inputs.dtype;
        var entries = weight.shape[1];
        _rows = batches.Sum(batch => batch.Inputs.numel() / entries);
        var squares = zeros(entries, type, weight.device);
        foreach (var (inputs, _) in batches)
        {
            squares.add_(inputs.reshape(-1, entries).square().sum([0]));
        }

        // In these units the loss bends alike along all weights, which the first step of L-BFGS takes for granted.
        squares /= _rows;
        _held = LayerInputs.Strength(ridge, entries, _rows) * Number(squares.mean());
        _scale = (squares + (2 * _held)).sqrt();
        _scale = _scale.where(_scale > 0, ones_like(_scale));
        _start = weight.detach().to(type) * _scale;
        (Weight, Bias) = (weight.detach().to(type, copy: true), bias?.detach().to(type, copy: true));
        _weight = new Parameter(_start.clone());
        _bias = Bias is null ? null : new Parameter(Bias.clone());
    }

    /// <summary>What may change.</summary>
    public IEnumerable<Parameter> Parameters => _bias is null ? [_weight] : [_weight, _bias];

    /// <summary>The least that it was, with what holds the weight.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>The weight where it was the least.</summary>
    public Tensor Weight { get; }

    /// <summary>The bias where it was the least.</summary>
    public Tensor? Bias { get; }

    /// <summary>The mean loss where it was the least, without what holds the weight.</summary>
    public double Mean()
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        return Enumerable.Range(0, _batches.Count).Sum(batch => Number(Of(batch, Weight, Bias)));
    }

    /// <summary>The loss with what holds the weight, at the parameters as they are, and its gradients in them.</summary>
    /// <remarks>It is called from native code, which nothing may be thrown through.</remarks>
    public Tensor WithGradients()
    {
        var value = double.NaN;
        try
        {
            using var scope = NewDisposeScope();
            using var gradients = enable_grad();
            foreach (var parameter in Parameters)
            {
                parameter.grad = null;
            }

            var penalty = ((_weight - _start) / _scale).square().sum() * _held;
            penalty.backward();
            value = Number(penalty);
            for (var batch = 0; batch < _batches.Count; batch++)
            {
                using var part = NewDisposeScope();
                var loss = Of(batch, _weight / _scale, _bias);
                loss.backward();
                value += Number(loss);
            }

            Remember(value);
        }
        catch (Exception failure)
        {
            _failure ??= failure;
        }

        return tensor(value);
    }

    /// <summary>Throws what was thrown in <see cref="WithGradients"/>.</summary>
    public void ThrowFailure()
    {
        if (_failure is not null)
        {
            throw new InvalidOperationException($"The loss cannot be fitted: {_failure.Message.Split('\n')[0]}", _failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weight.Dispose();
        _bias?.Dispose();
    }

    // Each sample counts the same, whatever its batch.
    private Tensor Of(int batch, Tensor weight, Tensor? bias)
    {
        var (inputs, loss) = _batches[batch];
        return loss(nn.functional.linear(inputs, weight, bias)) * ((double)(inputs.numel() / weight.shape[1]) / _rows);
    }

    private static double Number(Tensor value) => WideNumbers.Of(value).item<double>();

    private void Remember(double value)
    {
        if (value < Least)
        {
            using var guard = no_grad();
            Least = value;
            Weight.copy_(_weight / _scale);
            Bias?.copy_(_bias!);
        }
    }
}
