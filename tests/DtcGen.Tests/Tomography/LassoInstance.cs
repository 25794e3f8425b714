using DtcGen.Replay;
using DtcGen.Tomography;

namespace DtcGen.Tests.Tomography;

/// <summary>A problem in plain arrays for the oracle, and as the solver takes it.</summary>
internal sealed record LassoInstance(double[,] Theta, double[] Y, double Lambda)
{
    /// <summary>As the method makes them: Θ = Φ·Ψ from the definition, y = Φ·a.</summary>
    public static LassoInstance OfRay(double[] signal, double q, double lambda)
    {
        var m = signal.Length;
        var r = (int)(m * (1.0 - q));
        var phi = new double[r * m];
        new NumPyLegacyRandom(42424242).Fill(phi);
        var theta = new double[r, m];
        var y = new double[r];
        for (var i = 0; i < r; i++)
        {
            var row = DenseDctI.Apply(phi[(i * m)..((i + 1) * m)]);
            for (var j = 0; j < m; j++)
            {
                theta[i, j] = row[j];
                y[i] += phi[(i * m) + j] * signal[j];
            }
        }

        return new LassoInstance(theta, y, lambda);
    }

    public LassoResult Solve(LassoSettings? settings = null)
    {
        var (rows, columns) = (Theta.GetLength(0), Theta.GetLength(1));
        var matrix = new SensingMatrix(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = Theta[i, j];
            }
        }

        return new LassoSolver(settings).Solve(matrix, Y, Lambda);
    }

    public void Check(LassoResult result) => LassoOracle.Check(Theta, Y, Lambda, result);
}
