using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Optimizers;

/// <summary>A problem whose gradient anyone can compute: Σ a·(x − b)², with a different pull on every element.</summary>
internal sealed class Quadratic
{
    private static readonly double[] Pull = [0.3, 1, 2.5, 0.01, 4];
    private static readonly double[] Target = [1, -2, 0.5, 30, 0];

    public Quadratic(ScalarType dtype = ScalarType.Float64) => X = new Parameter(tensor(Start).to(dtype));

    public static double[] Start => [0.5, 0.25, -1, 2, -3];

    public Parameter X { get; }

    public static double Slope(int element, double x) => 2 * Pull[element] * (x - Target[element]);

    public Tensor Loss() => (tensor(Pull).to(X.dtype) * (X - tensor(Target).to(X.dtype)).square()).sum();

    /// <summary>Takes steps with an optimizer, and says where it has arrived.</summary>
    public double[] Run(torch.optim.Optimizer optimizer, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Loss().backward();
            optimizer.step();
        }

        return X.to(float64).data<double>().ToArray();
    }
}
