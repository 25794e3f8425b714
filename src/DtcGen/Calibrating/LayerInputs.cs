using DtcGen.Criteria;
using DtcGen.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// What is known of the inputs that a layer took on all batches. Its tensors live in the dispose scope that it is made in.
/// </summary>
internal sealed class LayerInputs
{
    // Windows overlap, so that they take more memory than the input: they are made for so many entries at a time.
    private const long MostEntries = 1 << 24;

    // Rows for each entry of which products tell enough.
    private const int EnoughRows = 100;

    private readonly CriterionNeeds _needs;
    private readonly Tensor _magnitudes;
    private readonly Tensor _zeros;
    private long _seen;
    private string? _refusal;
    private bool _isChecked;

    /// <summary>Begins with no inputs.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">A layer that takes neurons.</param>
    /// <param name="needs">What is gathered.</param>
    public LayerInputs(string name, nn.Module<Tensor, Tensor> layer, CriterionNeeds needs)
    {
        (Name, Layer, _needs) = (name, layer, needs);
        var (weight, groups) = (Weight, LayerWindows.Groups(layer));
        var device = WideNumbers.Device(weight);
        var channels = layer is Convolution convolution ? convolution.in_channels : weight.shape[1];
        _magnitudes = zeros(channels, ScalarType.Float64, device);
        _zeros = zeros(channels, ScalarType.Float64, device);
        _refusal = LayerWindows.Refusal(layer);
        var entries = needs.HasFlag(CriterionNeeds.Products) && _refusal is null ? weight.numel() / weight.shape[0] : 0;
        Products = zeros([groups, entries, entries], ScalarType.Float64, device);
        Sums = zeros([groups, entries], ScalarType.Float64, device);
    }

    private string NotCalled => $"hooks do not see it: write {Name}.call(x) in forward, not {Name}.forward(x)";

    /// <summary>The layer's name.</summary>
    public string Name { get; }

    /// <summary>The layer.</summary>
    public nn.Module<Tensor, Tensor> Layer { get; }

    /// <summary>Its weight.</summary>
    public Parameter Weight => Layer is Linear linear ? linear.weight : ((Convolution)Layer).weight;

    /// <summary>Its bias.</summary>
    public Parameter? Bias => Layer is Linear linear ? linear.bias : ((Convolution)Layer).bias;

    /// <summary>The sum over all rows of their outer products: shape (groups, entries, entries).</summary>
    public Tensor Products { get; }

    /// <summary>The sum of all rows: shape (groups, entries).</summary>
    public Tensor Sums { get; }

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    /// <summary>Why the products say nothing of what the layer computes; null where they do.</summary>
    public string? Refusal => _seen == 0 ? NotCalled : _refusal;

    /// <summary>Why nothing is known of its inputs; null where something is.</summary>
    public string? Unseen => _seen == 0 ? NotCalled : null;

    /// <summary>The mean magnitude of each input channel.</summary>
    public Tensor MeanMagnitudes => _magnitudes / _seen;

    /// <summary>How large a share of each input channel's numbers is exactly zero.</summary>
    public Tensor ZeroShares => _zeros / _seen;

    /// <summary>
    /// The Gram matrix of the rows, about their mean where the layer has a bias that takes up a change of the mean.
    /// </summary>
    public Tensor Gram => Bias is null ? Products : Products - (Sums.unsqueeze(2) * Sums.unsqueeze(1) / Rows);

    /// <summary>
    /// That matrix, with what holds weights to what they were on its diagonal: a share of the mean of it, and more of it the fewer rows
    /// there are, since what few rows tell of many entries is chance.
    /// </summary>
    /// <param name="ridge">The share, where there are a hundred rows or more for each entry.</param>
    public Tensor Regularised(double ridge)
        => RidgeFit.Regularised(Gram, Strength(ridge, Products.shape[1], Rows));

    /// <summary>The share that counts, of so many entries and rows.</summary>
    public static double Strength(double ridge, long entries, long rows) => ridge * Math.Max(1, (double)EnoughRows * entries / rows);

    /// <summary>Refuses inputs that were not all finite.</summary>
    /// <exception cref="ArgumentException">They were not.</exception>
    public void CheckFinite()
    {
        if (!(_magnitudes.isfinite().all().item<bool>() && Products.isfinite().all().item<bool>()))
        {
            throw new ArgumentException($"On the calibration batches, layer '{Name}' takes NaN or infinity.");
        }
    }

    /// <summary>Takes one call in.</summary>
    /// <param name="input">What the layer took.</param>
    /// <param name="output">What it made of that.</param>
    /// <param name="wanted">What it should have made, and what is told how far it is from that.</param>
    public void Add(Tensor input, Tensor output, (Tensor Output, LayerErrors Errors)? wanted = null)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        input = input.detach();
        if (_needs.HasFlag(CriterionNeeds.Activations))
        {
            var channels = Channels(input);
            _magnitudes.add_(channels.abs().sum([1], type: Accumulated(channels)).to(_magnitudes.device));
            _zeros.add_(channels.eq(0).sum([1], type: ScalarType.Int64).to(_zeros.device));
        }

        _seen += input.numel() / _magnitudes.shape[0];
        if (!_needs.HasFlag(CriterionNeeds.Products) || _refusal is not null)
        {
            return;
        }

        var samples = Layer is Convolution convolution && input.ndim > convolution.kernel_size.Length + 1 ? input.shape[0] : 1;
        var window = Layer is Linear ? 1 : Products.shape[1] * Products.shape[0] / _magnitudes.shape[0];
        var each = Math.Clamp(MostEntries * samples / Math.Max(1, input.numel() * window), 1, samples);
        for (var first = 0L; first < samples; first += each)
        {
            using var part = NewDisposeScope();
            var last = Math.Min(samples, first + each);
            Take(Part(input), Part(output.detach()), wanted is null ? null : Part(wanted.Value.Output));

            Tensor Part(Tensor values) => samples == 1 ? values : values.slice(0, first, last, 1);
        }

        void Take(Tensor inputs, Tensor outputs, Tensor? wantedOutputs)
        {
            // Half precision would lose too much in products, and single precision where their mean is subtracted later.
            var type = Bias is null || Accumulated(inputs) == ScalarType.Float32 ? ScalarType.Float32 : ScalarType.Float64;
            var rows = LayerWindows.Of(Layer, inputs.dtype == ScalarType.Float64 ? inputs : inputs.to(type));
            if (!_isChecked)
            {
                _isChecked = true;
                if (!LayerWindows.Agree(Layer, rows, Weight.detach(), Bias?.detach(), outputs))
                {
                    _refusal = "it computes something else than its weight's product with its input";
                    return;
                }
            }

            Products.add_(rows.transpose(1, 2).matmul(rows).to(Products.device));
            Sums.add_(rows.sum([1]).to(Sums.device));
            Rows += rows.shape[1];
            if (wantedOutputs is not null)
            {
                wanted!.Value.Errors.Add(rows, LayerWindows.Outputs(Layer, outputs), LayerWindows.Outputs(Layer, wantedOutputs));
            }
        }
    }

    /// <summary>Adds numbers to the layer's bias, if it has one. What was its memory before is left as it is.</summary>
    public void AddToBias(Tensor numbers)
    {
        if (Bias is { } bias)
        {
            using var fresh = bias.detach().clone();
            fresh.copy_(WideNumbers.Of(bias) + numbers.reshape(-1));
            bias.set_(fresh);
        }
    }

    private static ScalarType Accumulated(Tensor values) => values.device_type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64;

    private Tensor Channels(Tensor input)
    {
        var dimension = LayerWindows.ChannelDimension(Layer, input);
        return input.transpose(0, dimension).reshape(input.shape[dimension], -1);
    }
}
