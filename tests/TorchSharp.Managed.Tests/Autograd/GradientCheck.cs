using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Autograd;

/// <summary>Compares gradients with central differences, in double precision.</summary>
internal static class GradientCheck
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    /// <summary>
    /// Checks a function of tensors at random points. The output is weighted with random numbers, so that no
    /// gradient can hide behind a sum.
    /// </summary>
    internal static void Run(Func<Tensor[], Tensor> function, params Tensor[] points)
    {
        Tensor[] inputs = Array.ConvertAll(points, static p => p.is_leaf ? p.requires_grad_() : p);
        using var output = function(inputs);
        using var weights = torch.randn(output.shape, dtype: float64);
        (output * weights).sum().backward();
        for (int i = 0; i < inputs.Length; i++)
        {
            Tensor point = inputs[i];
            double[] analytic = point.grad is { } g ? g.data<double>().ToArray() : new double[point.numel()];
            var numeric = new double[analytic.Length];
            using (no_grad())
            {
                for (int e = 0; e < numeric.Length; e++)
                {
                    double at = point.data<double>()[[e]];
                    numeric[e] = (Value(function, inputs, weights, point, e, at + Step) - Value(function, inputs, weights, point, e, at - Step)) / (2 * Step);
                    point.data<double>()[[e]] = at;
                }
            }

            for (int e = 0; e < numeric.Length; e++)
            {
                double error = Math.Abs(analytic[e] - numeric[e]);
                Assert.True(error <= Tolerance * Math.Max(1, Math.Abs(numeric[e])), $"input {i}, element {e}: backward gives {analytic[e]}, differences give {numeric[e]}");
            }
        }
    }

    private static double Value(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor weights, Tensor point, int element, double value)
    {
        point.data<double>()[[element]] = value;
        using var scope = NewDisposeScope();
        return (function(inputs) * weights).sum().item<double>();
    }
}
