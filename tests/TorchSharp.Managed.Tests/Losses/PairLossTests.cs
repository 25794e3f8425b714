using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Losses;

/// <summary>Losses of pairs of numbers against their formulas.</summary>
public class PairLossTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor, Reduction, Tensor> Function, Func<Reduction, Module<Tensor, Tensor, Tensor>> Layer, Func<double, double, double> Formula)> Known = new()
    {
        ["mse"] = ((x, t, r) => functional.mse_loss(x, t, r), r => MSELoss(r), (x, t) => (x - t) * (x - t)),
        ["l1"] = ((x, t, r) => functional.l1_loss(x, t, r), r => L1Loss(r), (x, t) => Math.Abs(x - t)),
        ["smooth_l1"] = ((x, t, r) => functional.smooth_l1_loss(x, t, r, 0.4), r => SmoothL1Loss(r, 0.4), (x, t) => Math.Abs(x - t) < 0.4 ? (x - t) * (x - t) / 0.8 : Math.Abs(x - t) - 0.2),
        ["smooth_l1 0"] = ((x, t, r) => functional.smooth_l1_loss(x, t, r, 0), r => SmoothL1Loss(r, 0), (x, t) => Math.Abs(x - t)),
        ["bce"] = ((x, t, r) => functional.binary_cross_entropy(x, t, null, r), r => BCELoss(null, r), (x, t) => -(t * Math.Log(x)) - ((1 - t) * Math.Log(1 - x))),
        ["bce logits"] = ((x, t, r) => functional.binary_cross_entropy_with_logits(x, t, null, r), r => BCEWithLogitsLoss(null, r), (x, t) => -(t * Math.Log(1 / (1 + Math.Exp(-x)))) - ((1 - t) * Math.Log(1 - (1 / (1 + Math.Exp(-x)))))),
        ["kl"] = ((x, t, r) => functional.kl_div(x, t, false, r), r => KLDivLoss(false, r), (x, t) => t * (Math.Log(t) - x)),
        ["kl log"] = ((x, t, r) => functional.kl_div(x, t, true, r), r => KLDivLoss(true, r), (x, t) => Math.Exp(t) * (t - x)),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FunctionAndLayerAgreeWithTheFormula(string name)
    {
        random.manual_seed(1);
        using Tensor input = (rand(4, 9, dtype: float64) * 0.96) + 0.02;
        using Tensor target = (rand(4, 9, dtype: float64) * 0.96) + 0.02;
        double[] losses = [.. input.data<double>().ToArray().Zip(target.data<double>().ToArray(), Known[name].Formula)];
        Same(losses, Reduction.None);
        Same([losses.Average()], Reduction.Mean);
        Same([losses.Sum()], Reduction.Sum);

        void Same(double[] expected, Reduction reduction)
        {
            double[] full = Known[name].Function(input, target, reduction).data<double>().ToArray();
            float[] single = Known[name].Layer(reduction).call(input.to(float32), target.to(float32)).data<float>().ToArray();
            Assert.Equal(expected.Length, full.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], full[i], 1e-11);
                Assert.Equal(expected[i], single[i], 1e-4);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsOfBothSidesAgreeWithDifferences(string name)
    {
        random.manual_seed(2);
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            GradientCheck.Run(t => Known[name].Function(t[0], t[1].t(), reduction), (rand(3, 5, dtype: float64) * 0.8) + 0.1, (rand(5, 3, dtype: float64) * 0.8) + 0.1);
        }
    }

    [Fact]
    public void ShapesAreBroadcastWherePyTorchDoes()
    {
        using Tensor input = randn(4, 3, dtype: float64);
        using Tensor target = randn(3, dtype: float64);
        Assert.True(functional.mse_loss(input, target).allclose((input - target).square().mean()));
        GradientCheck.Run(static t => functional.l1_loss(t[0], t[1]), randn(4, 3, dtype: float64), randn(4, 1, dtype: float64));
        Assert.Throws<ExternalException>(() => functional.mse_loss(ones(2, 3), ones(2, 4)));
        Assert.Throws<ExternalException>(() => functional.binary_cross_entropy_with_logits(ones(2, 3), ones(3)));
    }

    [Fact]
    public void BinaryEntropiesTakeWeights()
    {
        random.manual_seed(3);
        using Tensor logits = randn(5, 3, dtype: float64);
        using Tensor target = rand(5, 3, dtype: float64);
        using Tensor weight = rand(3, dtype: float64);
        using Tensor positive = rand(3, dtype: float64) * 4;
        using Tensor p = logits.sigmoid();
        Tensor plain = -(target * p.log()) - ((1 - target) * (1 - p).log());
        Assert.True(functional.binary_cross_entropy(p, target, weight).allclose((plain * weight).mean()));
        Assert.True(functional.binary_cross_entropy_with_logits(logits, target, weight, Reduction.Sum).allclose((plain * weight).sum()));
        Tensor skewed = -(positive * target * p.log()) - ((1 - target) * (1 - p).log());
        Assert.True(functional.binary_cross_entropy_with_logits(logits, target, null, Reduction.None, positive).allclose(skewed));
        Assert.True(BCEWithLogitsLoss(weight, pos_weights: positive).call(logits, target).allclose((skewed * weight).mean()));
        GradientCheck.Run(t => functional.binary_cross_entropy_with_logits(t[0], target, weight, pos_weights: positive), randn(5, 3, dtype: float64));
    }

    [Fact]
    public void EdgesStayFinite()
    {
        using Tensor edge = tensor(new float[] { 0, 1, 0, 1 });
        using Tensor target = tensor(new float[] { 0, 1, 1, 0 });
        Assert.Equal([0f, 0, 100, 100], functional.binary_cross_entropy(edge, target, null, Reduction.None).data<float>().ToArray());
        using Tensor far = tensor(new float[] { 1000, -1000 });
        Assert.Equal([0f, 1000], functional.binary_cross_entropy_with_logits(far, ones(2), null, Reduction.None).data<float>().ToArray());
        Assert.Equal(0, functional.kl_div(ones(2), zeros(2), false).item<float>());
    }

    [Fact]
    public void WrongSettingsAreNamed()
    {
        Assert.Throws<ExternalException>(() => functional.smooth_l1_loss(ones(2), ones(2), beta: -1));
        Assert.Contains("between 0 and 1", Assert.Throws<ExternalException>(() => functional.binary_cross_entropy(tensor(new[] { 1.5f }), ones(1))).Message);
        Assert.Throws<ExternalException>(() => functional.binary_cross_entropy(tensor(new[] { float.NaN }), ones(1)));
        Assert.Throws<ExternalException>(() => functional.mse_loss(ones(2), ones(2, dtype: float64)));
        Assert.Throws<ExternalException>(() => functional.mse_loss(ones(2, dtype: int64), ones(2, dtype: int64)));
    }
}
