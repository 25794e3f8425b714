using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What the recorded losses of class numbers have in common.</summary>
internal abstract class ClassLossNode : Node
{
    private readonly SavedTensor targets;
    private readonly SavedTensor? weight;
    private readonly double total;

    private protected ClassLossNode(string name, ClassRows rows, Reduction reduction, double total)
        : base(name, rows.Scores)
    {
        targets = Save(rows.Targets);
        weight = SaveIf(true, rows.Weight);
        Count = rows.Count;
        Classes = rows.Classes;
        IgnoreIndex = rows.IgnoreIndex;
        Reduction = reduction;
        this.total = total;
    }

    private protected nint Count { get; }

    private protected nint Classes { get; }

    private protected long IgnoreIndex { get; }

    private protected Reduction Reduction { get; }

    /// <summary>What each loss's gradient is multiplied by.</summary>
    private protected double Scale => Reduction == Reduction.Mean ? 1 / total : 1;

    /// <summary>The distance between the losses' gradients: zero when there is but one for all.</summary>
    private protected nint GradientStride => Reduction == Reduction.None ? 1 : 0;

    private protected Tensor Targets => targets.Value;

    private protected Tensor? Weight => weight?.Value;
}
