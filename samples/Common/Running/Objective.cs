using DtcGen.Compressibility;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>What training minimises.</summary>
internal static class Objective
{
    /// <summary>
    /// Cross-entropy, and a multiple of the compressibility loss if asked for: one ratio per weight tensor, so that
    /// a small layer is not lost beside a large one. Its value follows the network's present weights, also after clips.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="lambda">The multiple, at least 0.</param>
    /// <returns>From the network's output and the targets, a scalar.</returns>
    public static Func<Tensor, Tensor, Tensor> Create(Module model, double lambda)
    {
        if (lambda == 0)
        {
            return TrainingLoop.CrossEntropy;
        }

        var term = new CompressibilityLoss(CompressibilityScope.PerLayer);
        return (output, targets) => TrainingLoop.CrossEntropy(output, targets).add(term.Of(model).mul(lambda));
    }
}
