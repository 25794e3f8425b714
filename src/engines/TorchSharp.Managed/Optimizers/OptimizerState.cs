namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter: tensors of its shape, made when first needed.</summary>
internal sealed class OptimizerState : IDisposable
{
    private readonly Tensor?[] moments;

    internal OptimizerState(int count)
    {
        moments = new Tensor?[count];
    }

    /// <summary>Steps done so far.</summary>
    internal long Steps { get; set; }

    /// <summary>A tensor of the parameter's shape, zero at first and owned by the state alone.</summary>
    internal Tensor Moment(int index, Tensor parameter)
    {
        return moments[index] ??= Ownership.Keep(Tensor.Zeros(parameter.Sizes, parameter.dtype));
    }

    /// <summary>Releases the tensors.</summary>
    public void Dispose()
    {
        foreach (Tensor? moment in moments)
        {
            moment?.Dispose();
        }
    }
}
