using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Measures a network on the test set.</summary>
internal static class Evaluation
{
    // Bounds the memory of a pass over the test set.
    private const int BatchSize = 2000;

    /// <summary>The share of all the images whose highest score is their class's.</summary>
    public static double Accuracy(Module<Tensor, Tensor> model, TensorImages images)
    {
        var training = model.training;
        model.eval();
        using var noGrad = no_grad();
        long right = 0;
        for (long start = 0; start < images.Count; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var size = Math.Min(BatchSize, images.Count - start);
            var chosen = model.call(images.Inputs.narrow(0, start, size)).argmax(1);
            right += chosen.eq(images.Targets.narrow(0, start, size)).sum().item<long>();
        }

        model.train(training);
        return (double)right / images.Count;
    }
}
