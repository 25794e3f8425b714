using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Activations against their formulas, in every form.</summary>
public class ActivationTests
{
    private static readonly double[] Points = [-25, -6.5, -3.5, -2.9, -1.2, -0.4, -1e-3, 0, 1e-3, 0.7, 0.99, 1.3, 2.9, 3.1, 5.9, 6.1, 25];

    private static readonly double[] SmoothPoints = [.. Points.Where(x => Math.Abs(x) > 1e-2)];

    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Layer, Func<Tensor, Tensor> Function, Func<double, double> Formula)> Known = new()
    {
        ["ReLU"] = (() => ReLU(), x => functional.relu(x), x => Math.Max(0, x)),
        ["ReLU6"] = (() => ReLU6(), x => functional.relu6(x), x => Math.Min(Math.Max(0, x), 6)),
        ["LeakyReLU"] = (() => LeakyReLU(), x => functional.leaky_relu(x), x => x > 0 ? x : 0.01 * x),
        ["LeakyReLU 0.3"] = (() => LeakyReLU(0.3), x => functional.leaky_relu(x, 0.3), x => x > 0 ? x : 0.3 * x),
        ["ELU"] = (() => ELU(1.7), x => functional.elu(x, 1.7), x => x > 0 ? x : 1.7 * (Math.Exp(x) - 1)),
        ["GELU"] = (() => GELU(), x => functional.gelu(x), x => x * NormalDistribution(x)),
        ["SiLU"] = (() => SiLU(), x => functional.silu(x), x => x / (1 + Math.Exp(-x))),
        ["Sigmoid"] = (() => Sigmoid(), x => functional.sigmoid(x), x => 1 / (1 + Math.Exp(-x))),
        ["Tanh"] = (() => Tanh(), x => functional.tanh(x), Math.Tanh),
        ["Softplus"] = (() => Softplus(2, 10), x => functional.softplus(x, 2, 10), x => 2 * x > 10 ? x : Math.Log(1 + Math.Exp(2 * x)) / 2),
        ["Hardtanh"] = (() => Hardtanh(-1.1, 0.9), x => functional.hardtanh(x, -1.1, 0.9), x => Math.Clamp(x, -1.1, 0.9)),
        ["Hardsigmoid"] = (() => Hardsigmoid(), x => functional.hardsigmoid(x), x => Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardswish"] = (() => Hardswish(), x => functional.hardswish(x), x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["Mish"] = (() => Mish(), x => functional.mish(x), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> InPlaceForms = new()
    {
        ["ReLU"] = x => ReLU(true).call(x),
        ["ReLU6"] = x => ReLU6(true).call(x),
        ["LeakyReLU"] = x => LeakyReLU(0.01, true).call(x),
        ["ELU"] = x => ELU(1.7, true).call(x),
        ["GELU"] = x => GELU(true).call(x),
        ["SiLU"] = x => SiLU(true).call(x),
        ["Sigmoid"] = x => Sigmoid(true).call(x),
        ["Tanh"] = x => Tanh(true).call(x),
        ["Hardtanh"] = x => Hardtanh(-1.1, 0.9, true).call(x),
        ["Hardsigmoid"] = x => Hardsigmoid(true).call(x),
        ["Hardswish"] = x => Hardswish(true).call(x),
        ["Mish"] = x => Mish(true).call(x),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    public static TheoryData<string> InPlaceNames => [.. InPlaceForms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void LayerAndFunctionAgreeWithTheFormula(string name)
    {
        (Func<Module<Tensor, Tensor>> layer, Func<Tensor, Tensor> function, Func<double, double> formula) = Known[name];
        using Tensor exact = tensor(Points);
        using Tensor rounded = exact.to(float32);
        double[] full = function(exact).data<double>().ToArray();
        float[] single = layer().call(rounded).data<float>().ToArray();
        for (int i = 0; i < Points.Length; i++)
        {
            double expected = formula(Points[i]);
            Assert.Equal(expected, full[i], 1e-9);
            Assert.Equal(expected, single[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAgreeWithDifferences(string name)
    {
        GradientCheck.Run(t => Known[name].Function(t[0]), tensor(SmoothPoints));
        random.manual_seed(3);
        GradientCheck.Run(t => Known[name].Function(t[0].t()), randn(3, 5, dtype: float64));
    }

    [Theory]
    [MemberData(nameof(InPlaceNames))]
    public void InPlaceFormsOverwriteAndPassGradients(string name)
    {
        Func<Tensor, Tensor> function = Known[name].Function;
        using Tensor leaf = tensor(SmoothPoints).requires_grad_();
        Tensor work = leaf * 1.5;
        Tensor result = InPlaceForms[name](work);
        Assert.True(work.allclose(function(leaf * 1.5)));
        Assert.NotSame(work, result);
        result.sum().backward();
        using Tensor inPlaceGradient = leaf.grad!.clone();
        leaf.grad = null;
        function(leaf * 1.5).sum().backward();
        Assert.True(inPlaceGradient.allclose(leaf.grad!));
        Assert.Throws<ExternalException>(() => InPlaceForms[name](leaf));
    }

    [Fact]
    public void NotANumberStaysOne()
    {
        using Tensor nan = tensor(new[] { double.NaN });
        Assert.All(Known, k => Assert.True(double.IsNaN(k.Value.Function(nan).data<double>()[0]), k.Key));
    }

    [Fact]
    public void IntegersAreRefused() => Assert.Throws<ExternalException>(() => functional.mish(ones(2, dtype: int64)));

    [Fact]
    public void SoftmaxSumsToOneAlongItsDimension()
    {
        random.manual_seed(5);
        using Tensor x = randn(3, 4, 5, dtype: float64);
        Tensor y = nn.Softmax(1).call(x);
        Assert.True(y.sum(1).allclose(ones(3, 5, dtype: float64)));
        Assert.True(nn.LogSoftmax(1).call(x).exp().allclose(y));
        Assert.True(functional.softmax(x, 1).allclose(y));
        Assert.True(functional.log_softmax(x, -2).exp().allclose(y));
    }

    [Fact]
    public void TrainedSlopesAreOneForAllOrOnePerChannel()
    {
        using Tensor x = tensor(new float[] { -1, 2, -3, 4 }, 2, 2);
        Assert.Equal([-0.25f, 2, -0.75f, 4], PReLU(1).call(x).data<float>().ToArray());
        using var layer = PReLU(2, 0.5);
        layer.weight = new TorchSharp.Modules.Parameter(tensor(new float[] { 0.1f, 0.2f }));
        Assert.Equal([-0.1f, 2, -0.3f, 4], layer.call(x).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
        Assert.Throws<ExternalException>(() => PReLU(3).call(x));
        random.manual_seed(2);
        GradientCheck.Run(static t => functional.prelu(t[0], t[1]), randn(2, 3, 4, dtype: float64), rand(3, dtype: float64));
        GradientCheck.Run(static t => functional.prelu(t[0], t[1]), randn(5, dtype: float64), rand(1, dtype: float64));
    }

    /// <summary>Φ by Simpson's rule: no approximation of the error function is shared with the engine.</summary>
    private static double NormalDistribution(double x)
    {
        const int Steps = 20000;
        double from = Math.Max(-12, Math.Min(x, 12) - 24);
        double to = Math.Clamp(x, -12, 12);
        double h = (to - from) / Steps;
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double t = from + (i * h);
            sum += Math.Exp(-t * t / 2) * (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * h / 3 / Math.Sqrt(2 * Math.PI);
    }
}
