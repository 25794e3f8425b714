using DtcGen.Datasets;
using DtcGen.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>What is particular to a sample; the rest is the same for all.</summary>
/// <typeparam name="TModel">The annotated network: images in, one score per class out.</typeparam>
public abstract class Sample<TModel>
    where TModel : Module<Tensor, Tensor>, IDualTomographic, IOnnxExportable
{
    /// <summary>What it does, for --help.</summary>
    public abstract string Description { get; }

    /// <summary>Where its images come from.</summary>
    public abstract DataSource Source { get; }

    /// <summary>How pixel values become inputs.</summary>
    public abstract Normalization Normalization { get; }

    /// <summary>The share of the neurons to remove when none is asked for, in [0, 1).</summary>
    public virtual double DefaultSparsity => 0.75;

    /// <summary>A network with initial weights drawn from the global random generator.</summary>
    public abstract TModel CreateModel();

    /// <summary>How it is trained.</summary>
    /// <param name="quick">Whether it may take seconds only.</param>
    public abstract Recipe CreateRecipe(bool quick);
}
