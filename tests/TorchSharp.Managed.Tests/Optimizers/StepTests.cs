using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Optimizers;

/// <summary>Optimizers against their rules written as loops over doubles, element by element.</summary>
public class StepTests
{
    private const int Steps = 50;

    [Theory]
    [InlineData(0, 0, 0, false, false)]
    [InlineData(0.9, 0, 0, false, false)]
    [InlineData(0.9, 0.3, 0, false, false)]
    [InlineData(0.9, 0, 0, true, false)]
    [InlineData(0.8, 0, 0.05, true, false)]
    [InlineData(0, 0, 0.1, false, true)]
    [InlineData(0.5, 0.1, 0.1, false, true)]
    public void StochasticGradientDescent(double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        double lr = maximize ? 0.001 : 0.02;
        Same(
            p => optim.SGD(p, lr, momentum, dampening, decay, nesterov, maximize),
            (start, slope) =>
            {
                double x = start;
                double velocity = 0;
                for (int t = 1; t <= Steps; t++)
                {
                    // The sign is turned last, so that in a climb the decay grows the parameter: TorchSharp's rule.
                    double g = slope(x) + (decay * x);
                    if (momentum != 0)
                    {
                        velocity = t == 1 ? g : (momentum * velocity) + ((1 - dampening) * g);
                        g = nesterov ? g + (momentum * velocity) : velocity;
                    }

                    x -= (maximize ? -lr : lr) * g;
                }

                return x;
            });
    }

    [Theory]
    [InlineData(false, 0, false, false)]
    [InlineData(false, 0.1, false, false)]
    [InlineData(false, 0.1, true, true)]
    [InlineData(true, 0.1, false, false)]
    [InlineData(true, 0, true, false)]
    [InlineData(true, 0.2, true, true)]
    public void AdamAndAdamW(bool decoupled, double decay, bool amsgrad, bool maximize)
    {
        const double Lr = 0.1, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-6;
        Same(
            p => decoupled
                ? optim.AdamW(p, Lr, Beta1, Beta2, Eps, decay, amsgrad, maximize)
                : optim.Adam(p, Lr, Beta1, Beta2, Eps, decay, amsgrad, maximize),
            (start, slope) =>
            {
                double x = start;
                double m = 0, v = 0, largest = 0;
                for (int t = 1; t <= Steps; t++)
                {
                    double g = (maximize ? -1 : 1) * slope(x);
                    if (decoupled)
                    {
                        x -= Lr * decay * x;
                    }
                    else
                    {
                        g += decay * x;
                    }

                    m = (Beta1 * m) + ((1 - Beta1) * g);
                    v = (Beta2 * v) + ((1 - Beta2) * g * g);
                    largest = Math.Max(largest, v);
                    double square = (amsgrad ? largest : v) / (1 - Math.Pow(Beta2, t));
                    x -= Lr * m / (1 - Math.Pow(Beta1, t)) / (Math.Sqrt(square) + Eps);
                }

                return x;
            });
    }

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.9, 0, false, false)]
    [InlineData(0, 0.1, true, false)]
    [InlineData(0.7, 0.1, true, true)]
    public void RootMeanSquarePropagation(double momentum, double decay, bool centered, bool maximize)
    {
        const double Lr = 0.03, Alpha = 0.9, Eps = 1e-6;
        Same(
            p => optim.RMSProp(p, Lr, Alpha, Eps, decay, momentum, centered, maximize),
            (start, slope) =>
            {
                double x = start;
                double square = 0, mean = 0, buffer = 0;
                for (int t = 1; t <= Steps; t++)
                {
                    double g = ((maximize ? -1 : 1) * slope(x)) + (decay * x);
                    square = (Alpha * square) + ((1 - Alpha) * g * g);
                    mean = (Alpha * mean) + ((1 - Alpha) * g);
                    double root = Math.Sqrt(centered ? square - (mean * mean) : square) + Eps;
                    buffer = (momentum * buffer) + (g / root);
                    x -= Lr * (momentum > 0 ? buffer : g / root);
                }

                return x;
            });
    }

    private static void Same(Func<IEnumerable<Parameter>, torch.optim.Optimizer> make, Func<double, Func<double, double>, double> rule)
    {
        var full = new Quadratic();
        var single = new Quadratic(ScalarType.Float32);
        double[] exact = full.Run(make([full.X]), Steps);
        double[] rounded = single.Run(make([single.X]), Steps);
        for (int i = 0; i < exact.Length; i++)
        {
            int element = i;
            double expected = rule(Quadratic.Start[i], x => Quadratic.Slope(element, x));
            double size = Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - Quadratic.Start[i]) > 1e-3, "the steps must move every element");
            Assert.Equal(expected, exact[i], 1e-9 * size);
            Assert.Equal(expected, rounded[i], 2e-4 * size);
        }
    }
}
