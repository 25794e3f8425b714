namespace TorchSharp;

/// <summary>The base of losses of two tensors.</summary>
/// <typeparam name="T1">The first input's type.</typeparam>
/// <typeparam name="T2">The second input's type.</typeparam>
/// <typeparam name="TResult">The loss's type.</typeparam>
public abstract class Loss<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
{
    /// <summary>Makes a loss.</summary>
    /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
    protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base("Loss")
    {
        this.reduction = reduction;
    }

    /// <summary>How the losses of the elements become one number, if at all.</summary>
    public torch.nn.Reduction reduction { get; }

    /// <summary>Nothing to train, so nothing to find.</summary>
    protected override void RegisterComponents()
    {
    }
}
