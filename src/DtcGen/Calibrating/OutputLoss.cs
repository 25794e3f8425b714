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
    private double _unit = 1;
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

    /// <summary>A loss, on the host.</summary>
    /// <exception cref="InvalidOperationException">It throws, or is no scalar.</exception>
    public static double Number(Func<Tensor> loss)
    {
        try
        {
            return Number(loss());
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            throw Failed(failure);
        }
    }

    /// <summary>What may change.</summary>
    public IEnumerable<Parameter> Parameters => _bias is null ? [_weight] : [_weight, _bias];

    /// <summary>The least that it was, with what holds the weight.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>The weight where it was the least.</summary>
    public Tensor Weight { get; }

    /// <summary>The bias where it was the least.</summary>
    public Tensor? Bias { get; }

    /// <summary>The loss with what holds the weight, at the parameters as they are, in the unit, and its gradients in them.</summary>
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

            // Gradients of nothing else: the loss may hold terms of the model's own parameters.
            var penalty = ((_weight - _start) / _scale).square().sum() * (_held * _unit);
            autograd.backward([penalty], inputs: [_weight]);
            value = Number(penalty);
            for (var batch = 0; batch < _batches.Count; batch++)
            {
                using var part = NewDisposeScope();
                var loss = Of(batch, _weight / _scale, _bias);
                autograd.backward([loss], inputs: [.. Parameters]);
                value += Number(loss);
            }

            Remember(value / _unit);
        }
        catch (Exception failure)
        {
            _failure ??= failure;
        }

        return tensor(value);
    }

    /// <summary>
    /// Goes back to where it was the least, in a new unit if it is small in this: L-BFGS stops at limits that are absolute.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <returns>Whether there is a new unit.</returns>
    public bool TakeUnit(double loss)
    {
        if (!(Math.Abs(loss) * _unit is > 0 and < 0.01))
        {
            return false;
        }

        using var guard = no_grad();
        _unit = 1 / Math.Abs(loss);
        _weight.copy_(Weight * _scale);
        _bias?.copy_(Bias!);
        return true;
    }

    /// <summary>Throws what was thrown in <see cref="WithGradients"/>.</summary>
    public void ThrowFailure()
    {
        if (_failure is not null)
        {
            throw Failed(_failure);
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
        return loss(nn.functional.linear(inputs, weight, bias)) * (_unit * (inputs.numel() / weight.shape[1]) / _rows);
    }

    private static InvalidOperationException Failed(Exception failure)
        => new($"The loss cannot be fitted: {failure.Message.Split('\n')[0]}", failure);

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
