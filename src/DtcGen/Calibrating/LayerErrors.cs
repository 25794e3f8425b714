using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// How far what a layer makes of its inputs is from what is wanted of it, on all batches. Its tensors live in the dispose scope that it
/// is made in.
/// </summary>
internal sealed class LayerErrors
{
    private readonly Tensor _byInput;
    private readonly Tensor _errors;
    private readonly Tensor _squares;
    private readonly Tensor _wanted;
    private readonly Tensor _wantedSquares;

    /// <summary>Begins with none.</summary>
    /// <param name="groups">The layer's groups of channels.</param>
    /// <param name="weight">Its weight.</param>
    public LayerErrors(long groups, Tensor weight)
    {
        var device = WideNumbers.Device(weight);
        long[] outputs = [groups, 1, weight.shape[0] / groups];
        _byInput = zeros([groups, weight.numel() / weight.shape[0], outputs[2]], ScalarType.Float64, device);
        _errors = zeros(outputs, ScalarType.Float64, device);
        _squares = zeros(outputs, ScalarType.Float64, device);
        _wanted = zeros(outputs, ScalarType.Float64, device);
        _wantedSquares = zeros(outputs, ScalarType.Float64, device);
    }

    /// <summary>Takes rows in.</summary>
    /// <param name="rows">What the layer takes; shape (groups, rows, entries).</param>
    /// <param name="made">What it makes of them; shape (groups, rows, outputs).</param>
    /// <param name="wanted">What it should make of them.</param>
    public void Add(Tensor rows, Tensor made, Tensor wanted)
    {
        var wide = wanted.to(rows.dtype);
        var errors = wide - made.to(rows.dtype);
        Sum(_byInput, rows.transpose(1, 2).matmul(errors));
        Sum(_errors, errors.sum([1], keepdim: true));
        Sum(_squares, errors.square().sum([1], keepdim: true));
        Sum(_wanted, wide.sum([1], keepdim: true));
        Sum(_wantedSquares, wide.square().sum([1], keepdim: true));

        static void Sum(Tensor sum, Tensor values) => sum.add_(values.to(sum.device));
    }

    /// <summary>Changes the layer's weight and bias to those that leave the least errors.</summary>
    /// <param name="inputs">What it took.</param>
    /// <param name="ridge">How hard its weights are held.</param>
    public RefittedLayer Refit(LayerInputs inputs, double ridge)
    {
        // A bias takes up the mean, so that the weight is fitted to what is about it.
        var hasBias = inputs.Bias is not null;
        var means = (inputs.Sums / inputs.Rows).unsqueeze(1);
        var byInput = hasBias ? _byInput - means.transpose(1, 2).matmul(_errors) : _byInput;
        var gram = inputs.Gram;
        var change = RidgeFit.Solve(inputs.Name, inputs.Regularised(ridge), byInput);
        var left = About(_squares, _errors) - (2 * (byInput * change).sum().item<double>()) + RidgeFit.Energy(gram, change);
        var weight = inputs.Weight;
        weight.copy_(WideNumbers.Of(weight) + LayerWindows.Unmake(change, weight.shape));
        inputs.AddToBias((_errors / inputs.Rows) - means.matmul(change));
        return RefittedLayer.Of(inputs.Name, _squares.sum().item<double>(), Math.Max(0, left), About(_wantedSquares, _wanted));

        double About(Tensor squares, Tensor sums)
            => (hasBias ? squares - (sums.square() / inputs.Rows) : squares).sum().item<double>();
    }
}
