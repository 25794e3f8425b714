using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Losses as functions and layers.</summary>
internal static class Losses
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("mse_loss", ("torch.nn.functional.mse_loss", c => F.mse_loss(c.X[0], c.X[1], c.Reduction)), ("torch.nn.MSELoss", c => Pair(c, nn.MSELoss(c.Reduction))));
        table.Add("l1_loss", ("torch.nn.functional.l1_loss", c => F.l1_loss(c.X[0], c.X[1], c.Reduction)), ("torch.nn.L1Loss", c => Pair(c, nn.L1Loss(c.Reduction))));
        table.Add("smooth_l1_loss", ("torch.nn.functional.smooth_l1_loss", c => F.smooth_l1_loss(c.X[0], c.X[1], c.Reduction, c.Number("beta"))), ("torch.nn.SmoothL1Loss", c => Pair(c, nn.SmoothL1Loss(c.Reduction, c.Number("beta")))));
        table.Add("bce", ("torch.nn.functional.binary_cross_entropy", c => F.binary_cross_entropy(c.X[0], c.X[1], c.Optional(2), c.Reduction)), ("torch.nn.BCELoss", c => Pair(c, nn.BCELoss(c.Optional(2), c.Reduction))));
        table.Add("bce_logits", ("torch.nn.functional.binary_cross_entropy_with_logits", c => F.binary_cross_entropy_with_logits(c.X[0], c.X[1], reduction: c.Reduction)), ("torch.nn.BCEWithLogitsLoss", c => Pair(c, nn.BCEWithLogitsLoss(reduction: c.Reduction))));
        table.Add("bce_logits_weighted", ("torch.nn.functional.binary_cross_entropy_with_logits", c => F.binary_cross_entropy_with_logits(c.X[0], c.X[1], c.X[2], c.Reduction, c.X[3])), ("torch.nn.BCEWithLogitsLoss", c => Pair(c, nn.BCEWithLogitsLoss(c.X[2], c.Reduction, c.X[3]))));
        table.Add("kl_div", ("torch.nn.functional.kl_div", c => F.kl_div(c.X[0], c.X[1], c.Flag("log"), c.Reduction)), ("torch.nn.KLDivLoss", c => Pair(c, nn.KLDivLoss(c.Flag("log"), c.Reduction))));
        table.Add("nll_loss", ("torch.nn.functional.nll_loss", c => F.nll_loss(c.X[0], c.X[1], c.Optional(2), c.Reduction)), ("torch.nn.NLLLoss", c => Pair(c, nn.NLLLoss(c.Optional(2), c.Reduction))));
        table.Add("cross_entropy", ("torch.nn.functional.cross_entropy", CrossEntropy), ("torch.nn.CrossEntropyLoss", CrossEntropyLayer));
    }

    private static Tensor Pair(GoldenCall c, nn.Module<Tensor, Tensor, Tensor> loss) => c.Own(loss).call(c.X[0], c.X[1]);

    private static Tensor CrossEntropy(GoldenCall c) =>
        F.cross_entropy(c.X[0], c.X[1], c.Optional(2), c.Whole("ignore"), c.Reduction, c.Number("smoothing"));

    /// <summary>The layer has no label smoothing; with it, only the function can be meant.</summary>
    private static Tensor CrossEntropyLayer(GoldenCall c) => c.Number("smoothing") == 0
        ? Pair(c, nn.CrossEntropyLoss(c.Optional(2), c.Whole("ignore"), c.Reduction))
        : CrossEntropy(c);
}
