using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Initialization;

/// <summary>Starting values: libtorch's numbers for the same seeds, and the formulas behind them.</summary>
public class InitializationTests
{
    [Fact]
    public void FansCountTheKernel()
    {
        Assert.Equal((12, 16), init.CalculateFanInAndFanOut(zeros(4, 3, 2, 2)));
        Assert.Equal((3, 4), init.CalculateFanInAndFanOut(zeros(4, 3)));
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(zeros(4)));
    }

    [Fact]
    public void GainsAreKnown()
    {
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU));
        Assert.Equal(1.3867504905630728, init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2), 1e-15);
    }

    [Fact]
    public void ScaledDistributionsDrawLibtorchsNumbers()
    {
        random.manual_seed(0);
        Close([-0.009169445f, 0.65700656f, -1.0080204f, -0.90133756f], init.xavier_uniform_(zeros(2, 2)));
        Close([-2.1787894f, 0.56843126f, -1.0845224f, -1.3985955f], init.kaiming_normal_(zeros(2, 2)));
        Close([-1.6547121f, -1.1471063f, -0.71399134f, 0.064161345f], init.kaiming_uniform_(zeros(2, 2), mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU));
    }

    [Fact]
    public void SparseColumnsAndOrthogonalRowsDrawLibtorchsNumbers()
    {
        random.manual_seed(0);
        Close([0, 0, 0, 0.005684313f, 0, 0, 0.0040334687f, 0.008380263f, -0.007192576f, 0, -0.0059663537f, 0.0018203649f], init.sparse_(zeros(4, 3), 0.5));
        random.manual_seed(0);
        Close([0.5349525f, -0.16993009f, -0.7563608f, 0.34018382f, -0.37648898f, -0.9248777f], init.orthogonal_(zeros(3, 2)));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(5, 12)]
    [InlineData(12, 5)]
    public void OrthogonalMatricesAre(int rows, int columns)
    {
        random.manual_seed(rows);
        Tensor q = init.orthogonal_(empty(rows, columns, dtype: float64), gain: 2);
        Tensor product = rows <= columns ? q.mm(q.t()) : q.t().mm(q);
        Assert.True((product / 4).allclose(eye(Math.Min(rows, columns), dtype: float64), 1e-12, 1e-12));
    }

    [Fact]
    public void TruncatedNormalsStayInBoundsAndKeepTheirMoments()
    {
        random.manual_seed(8);
        Tensor values = init.trunc_normal_(empty(20000, dtype: float64), mean: 1, std: 2, a: -1, b: 3);
        Assert.InRange(values.min().item<double>(), -1, -0.9);
        Assert.InRange(values.max().item<double>(), 2.9, 3);

        // Symmetric bounds at one standard deviation: the mean stays, the deviation shrinks by a known factor.
        Assert.Equal(1, values.mean().item<double>(), 0.04);
        Assert.Equal(2 * 0.5396, Math.Sqrt((values - values.mean()).square().mean().item<double>()), 0.03);
        Tensor exact = init.trunc_normal_(empty(9));
        Assert.True(exact.abs().le(2).all().item<bool>());
    }

    [Fact]
    public void TheInverseErrorFunctionInverts()
    {
        for (double x = -3.5; x <= 3.5; x += 0.25)
        {
            double y = 2 / Math.Sqrt(Math.PI) * Series(x);
            Assert.Equal(x, TruncatedNormal.InverseErrorFunction(y), 1e-9 * Math.Exp(x * x));
        }

        static double Series(double x)
        {
            double term = x;
            double sum = x;
            for (int n = 1; n < 200; n++)
            {
                term *= -x * x / n;
                sum += term / ((2 * n) + 1);
            }

            return sum;
        }
    }

    [Fact]
    public void PatternsAreWhatTheyAreCalled()
    {
        Close([1, 0, 0, 0, 1, 0], init.eye_(zeros(2, 3)));
        Close([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], init.dirac_(ones(2, 2, 3)));
        Close([3, 3], init.constant_(zeros(2), 3));
        Close([0, 0], init.zeros_(ones(2)));
        Close([1, 1], init.ones_(zeros(2)));
        Assert.Throws<ExternalException>(() => init.eye_(zeros(3)));
        Assert.Throws<ExternalException>(() => init.dirac_(zeros(3, 3)));
    }

    [Fact]
    public void ParametersStayLeavesAndAreReturned()
    {
        using var parameter = new TorchSharp.Modules.Parameter(zeros(4, 4));
        Assert.Same(parameter, init.normal_(parameter, 2, 0.5));
        Assert.True(parameter.is_leaf && parameter.requires_grad);
        init.uniform_(parameter, 5, 6);
        Assert.InRange(parameter.min().item<float>(), 5, 6);
        using DisposeScope scope = NewDisposeScope();
        init.trunc_normal_(parameter);
        init.orthogonal_(parameter);
        Assert.Equal(0, scope.DisposablesCount);
    }

    private static void Close(float[] expected, Tensor actual)
    {
        float[] values = actual.data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], values[i], 2e-6);
        }
    }
}
