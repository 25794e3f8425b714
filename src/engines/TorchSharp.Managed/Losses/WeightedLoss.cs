namespace TorchSharp;

/// <summary>The base of losses whose classes or elements can have weights.</summary>
/// <typeparam name="T1">The first input's type.</typeparam>
/// <typeparam name="T2">The second input's type.</typeparam>
/// <typeparam name="TResult">The loss's type.</typeparam>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>Makes a loss.</summary>
    /// <param name="weight">The weights; null for all one.</param>
    /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
    protected WeightedLoss(Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base(reduction)
    {
        this.weight = weight;
    }

    /// <summary>The weights; null for all one.</summary>
    public Tensor? weight { get; }
}
