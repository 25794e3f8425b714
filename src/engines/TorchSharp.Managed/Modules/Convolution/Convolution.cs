namespace TorchSharp.Modules;

/// <summary>What the convolution layers have in common: parameters, sizes and paddings.</summary>
public abstract class Convolution : torch.nn.Module<Tensor, Tensor>
{
    /// <summary>The weight, outputs × inputs per group × kernel.</summary>
    protected Parameter? _weight;

    /// <summary>The bias, one number per output channel; null for none.</summary>
    protected Parameter? _bias;

    /// <summary>The padding as <c>functional.pad</c> wants it: two numbers per dimension, the last dimension first.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    private protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(name)
    {
        _ = torch.Available(device);
        if (!(in_channels > 0 && out_channels > 0 && groups > 0 && in_channels % groups == 0 && out_channels % groups == 0))
        {
            throw new ArgumentException($"{name}: in_channels ({in_channels}) and out_channels ({out_channels}) must be positive and divisible by groups ({groups}).");
        }

        if (padding_mode == PaddingModes.Constant)
        {
            throw new ArgumentException($"{name}: padding_mode must be Zeros, Reflect, Replicate or Circular.", nameof(padding_mode));
        }

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.groups = groups;
        this.padding_mode = padding_mode;
        output_padding = new long[kernel_size.Length];
        if (padding_type is { } named)
        {
            SetPadding(named);
        }
        else
        {
            SetPadding(padding ?? new long[kernel_size.Length]);
        }

        (Parameter Weight, Parameter? Bias) made = DefaultParameters.Make(
            [out_channels, in_channels / groups, .. kernel_size],
            in_channels / groups * TensorShape.Count(kernel_size),
            bias,
            dtype);
        SetParameter(nameof(weight), ref _weight, made.Weight);
        SetParameter(nameof(bias), ref _bias, made.Bias);
    }

    /// <summary>The bias, one number per output channel; null for none. Setting it disposes the one before.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>The distance between neighbouring elements of the kernel.</summary>
    public long[] dilation { get; set; }

    /// <summary>The number of groups of channels that do not mix.</summary>
    public long groups { get; set; }

    /// <summary>The number of input channels.</summary>
    public long in_channels { get; }

    /// <summary>The size of the kernel.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The number of output channels.</summary>
    public long out_channels { get; }

    /// <summary>Has a meaning in transposed convolutions only; zeros.</summary>
    public long[] output_padding { get; set; }

    /// <summary>What is added at both ends of each dimension; null where the padding has a name.</summary>
    public long[]? padding { get; private set; }

    /// <summary>What stands beyond the edge.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The padding's name; null where it is given by numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>The distance between neighbouring windows.</summary>
    public long[] stride { get; set; }

    /// <summary>Whether the convolution is a transposed one: false.</summary>
    public bool transposed => false;

    /// <summary>The weight, outputs × inputs per group × kernel. Setting it disposes the one before.</summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public Parameter weight
    {
        get => _weight!;
        set => SetRequiredParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>Draws weight and bias anew, as when the layer was made.</summary>
    public void reset_parameters()
    {
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (_bias is not null)
        {
            double bound = 1 / Math.Sqrt(torch.nn.init.CalculateFanInAndFanOut(weight).fanIn);
            torch.nn.init.uniform_(_bias, -bound, bound);
        }
    }

    /// <summary>Sets the padding by numbers.</summary>
    /// <param name="padding">What is added at both ends of each dimension.</param>
    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        this.padding = padding;
        padding_type = null;
        _reversed_padding_repeated_twice = [.. Enumerable.Reverse(padding).SelectMany(static p => new[] { p, p })];
    }

    /// <summary>Sets the padding by name.</summary>
    /// <param name="padding">The name.</param>
    /// <exception cref="ArgumentException">The padding is to keep the size, but the stride is not 1.</exception>
    public void SetPadding(Padding padding)
    {
        if (padding == Padding.Same && stride.Any(static s => s != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions", nameof(padding));
        }

        this.padding = null;
        padding_type = padding;
        _reversed_padding_repeated_twice = [.. kernel_size.Zip(dilation, (k, d) => padding == Padding.Same ? d * (k - 1) : 0)
            .Reverse()
            .SelectMany(static total => new[] { total / 2, total - (total / 2) })];
    }

    /// <summary>Whether an input has the layer's dimensions and channels.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">The number of dimensions behind the channels.</param>
    /// <returns>True when it can be convolved.</returns>
    protected bool ValidateShape(Tensor input, long dimensions) =>
        (input.Rank == dimensions + 2 && input.Sizes[1] == in_channels) || (input.Rank == dimensions + 1 && input.Sizes[0] == in_channels);

    /// <summary>Nothing to find by reflection: weight and bias are registered as they are set.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <summary>
    /// The input with what the convolution itself cannot add (mirrored edges, more at one end than at the other), and
    /// the padding left for it.
    /// </summary>
    private protected (Tensor Input, long[] Padding) Pad(Tensor input)
    {
        long[] both = _reversed_padding_repeated_twice;
        bool symmetric = true;
        for (int i = 0; i < both.Length; i += 2)
        {
            symmetric &= both[i] == both[i + 1];
        }

        if (padding_mode == PaddingModes.Zeros && symmetric)
        {
            long[] each = new long[both.Length / 2];
            for (int i = 0; i < each.Length; i++)
            {
                each[i] = both[^((2 * i) + 1)];
            }

            return (input, each);
        }

        PaddingModes mode = padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : padding_mode;
        return (torch.nn.functional.pad(input, both, mode), new long[both.Length / 2]);
    }

    /// <summary>Refuses an input that does not fit.</summary>
    private protected void CheckInput(Tensor input, int dimensions)
    {
        if (!ValidateShape(input, dimensions))
        {
            throw new ArgumentException($"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {in_channels} channels to {GetName()}, but got the shape {TensorShape.Describe(input.Sizes)}.", nameof(input));
        }
    }
}
