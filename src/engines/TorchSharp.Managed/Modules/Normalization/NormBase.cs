namespace TorchSharp.Modules;

/// <summary>What the normalizations by running statistics have in common.</summary>
public abstract class NormBase : torch.nn.Module<Tensor, Tensor>
{
    private Parameter? storedWeight;
    private Parameter? storedBias;
    private Tensor? storedMean;
    private Tensor? storedVariance;
    private Tensor? storedCount;

    /// <summary>Makes the layer.</summary>
    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="momentum">The share of a batch in the running statistics; null for the mean over all batches.</param>
    /// <param name="affine">Whether each channel has a trained scale and shift.</param>
    /// <param name="track_running_stats">Whether to keep running statistics, for evaluation.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="dtype">The parameters' type; null for float32.</param>
    /// <param name="name">The layer's name.</param>
    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        _ = torch.Available(device);
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        ScalarType type = dtype ?? ScalarType.Float32;
        if (affine)
        {
            SetParameter(nameof(weight), ref storedWeight, Ownership.Keep(new Parameter(Tensor.Empty([num_features], type))));
            SetParameter(nameof(bias), ref storedBias, Ownership.Keep(new Parameter(Tensor.Empty([num_features], type))));
        }

        if (track_running_stats)
        {
            SetBuffer(nameof(running_mean), ref storedMean, Ownership.Keep(Tensor.Empty([num_features], type)));
            SetBuffer(nameof(running_var), ref storedVariance, Ownership.Keep(Tensor.Empty([num_features], type)));
            SetBuffer(nameof(num_batches_tracked), ref storedCount, Ownership.Keep(Tensor.Empty([], ScalarType.Int64)));
        }

        reset_parameters();
    }

    /// <summary>Whether each channel has a trained scale and shift.</summary>
    public bool affine { get; }

    /// <summary>The shifts; null for none. Setting it disposes the ones before.</summary>
    public Parameter? bias
    {
        get => storedBias;
        set => SetParameter(nameof(bias), ref storedBias, value);
    }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a batch in the running statistics; null for the mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>The number of batches seen in training, a scalar of int64.</summary>
    public Tensor? num_batches_tracked
    {
        get => storedCount;
        set => SetBuffer(nameof(num_batches_tracked), ref storedCount, value);
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; private set; }

    /// <summary>The running means; null for none. Setting it disposes the ones before.</summary>
    public Tensor? running_mean
    {
        get => storedMean;
        set => SetBuffer(nameof(running_mean), ref storedMean, value);
    }

    /// <summary>The running variances; null for none. Setting it disposes the ones before.</summary>
    public Tensor? running_var
    {
        get => storedVariance;
        set => SetBuffer(nameof(running_var), ref storedVariance, value);
    }

    /// <summary>Whether running statistics are kept, for evaluation.</summary>
    public bool track_running_stats { get; }

    /// <summary>The scales. Setting it disposes the ones before.</summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public Parameter weight
    {
        get => storedWeight!;
        set => SetRequiredParameter(nameof(weight), ref storedWeight, value);
    }

    /// <summary>Sets scales to one and shifts to zero, and forgets the running statistics.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (storedWeight is not null)
        {
            torch.nn.init.ones_(storedWeight);
        }

        if (storedBias is not null)
        {
            torch.nn.init.zeros_(storedBias);
        }
    }

    /// <summary>Forgets the running statistics.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            storedMean?.zero_();
            storedVariance?.fill_(1);
            storedCount?.zero_();
        }
    }

    /// <summary>Refuses inputs of other dimensions.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="ArgumentException">The input does not have the layer's dimensions.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    /// <summary>Nothing to find by reflection: parameters and buffers are registered as they are set.</summary>
    protected override void RegisterComponents()
    {
    }
}
