namespace TorchSharp.Modules;

/// <summary>The base of layers that add elements beyond the edges.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes mode;

    private protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        this.mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>How many before and behind, a pair for each dimension, the last dimension first.</summary>
    public long[] padding { get; set; }

    /// <summary>The value beyond the edge.</summary>
    public double value { get; set; }

    /// <summary>Adds the elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The larger tensor.</returns>
    public override Tensor forward(Tensor input) => torch.nn.functional.pad(input, padding, mode, value);
}
