using DtcGen.Compressibility;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Sets a network's small weights to zero and measures what the rest would take.</summary>
internal static class Thresholding
{
    /// <param name="model">The network; its small weights stay zero only when <paramref name="keep"/> says so.</param>
    /// <param name="share">Weights below this share of their tensor's largest magnitude are set to zero.</param>
    /// <param name="keep">Whether the zeros stay; if not, the network is afterwards what it was.</param>
    /// <param name="test">What its accuracy is measured on.</param>
    public static WeightsResult Run(Module<Tensor, Tensor> model, double share, bool keep, TensorImages test)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        List<(Parameter Parameter, Tensor Before)> saved = keep
            ? []
            : [.. model.parameters().Select(parameter => (parameter, parameter.detach().clone()))];
        WeightCompression.Threshold(model, share);
        var result = WeightsResult.From(WeightCompression.Measure(model), Evaluation.Accuracy(model, test));
        foreach (var (parameter, before) in saved)
        {
            parameter.copy_(before);
        }

        return result;
    }
}
