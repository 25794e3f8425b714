using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>Computes a solution's certificate from Θ, y and Λ alone.</summary>
internal sealed class LassoCertifier
{
    private readonly SensingMatrix _theta;
    private readonly double[] _y;
    private readonly double _lambda;
    private readonly LassoSettings _settings;
    private readonly double[] _correlations;
    private readonly double _signalCorrelation;

    public LassoCertifier(SensingMatrix theta, ReadOnlySpan<double> y, double lambda, LassoSettings settings)
    {
        _theta = theta;
        _lambda = lambda;
        _settings = settings;
        _y = new double[theta.Stride];
        y.CopyTo(_y);
        _correlations = new double[theta.Columns];
        _signalCorrelation = Correlate(_y);
    }

    /// <summary>The zero vector with its proof, when it is the solution; else null.</summary>
    public LassoResult? TryCertifyZero()
        => 2 * _signalCorrelation <= _lambda ? Certify(new double[_theta.Columns], null, 0) : null;

    /// <summary>Certifies a solution, with the best of the dual points at hand.</summary>
    /// <param name="solution">The coefficients.</param>
    /// <param name="dualCandidate">A dual point that the solver knows to more digits than 2(y − Θs) has; or null.</param>
    /// <param name="iterations">Passed on.</param>
    public LassoResult Certify(double[] solution, double[]? dualCandidate, int iterations)
    {
        var residual = Residual(solution);
        var primal = InnerProducts.Square(residual) + (_lambda * solution.Sum(Math.Abs));
        var dual = (double[])residual.Clone();
        TensorPrimitives.Multiply(dual, 2.0, dual);
        Correlate(dual);
        var (stationarity, excess, nonZeros) = Residuals(solution);
        var bound = BestMultiple(dual);
        if (dualCandidate is not null && dualCandidate.Length == _theta.Rows)
        {
            var other = new double[_theta.Stride];
            dualCandidate.CopyTo(other, 0);
            Correlate(other);
            var otherBound = BestMultiple(other);
            if (!(otherBound <= bound))
            {
                (dual, bound) = (other, otherBound);
            }
        }

        if (!(double.IsFinite(primal) && double.IsFinite(bound)))
        {
            return Failed(iterations);
        }

        var scale = Math.Max(primal, LassoSettings.ObjectiveFloor * InnerProducts.Square(_y));
        var relative = scale > 0 ? (primal - bound) / scale : 0;
        return new LassoResult(solution, new LassoCertificate
        {
            Status = relative <= _settings.RelativeGap ? LassoStatus.Solved : LassoStatus.Inaccurate,
            Primal = primal,
            Dual = bound,
            RelativeGap = relative,
            DualPoint = dual[.._theta.Rows],
            StationarityResidual = stationarity,
            DualResidual = excess,
            NonZeros = nonZeros,
            Iterations = iterations,
        });
    }

    private double[] Residual(double[] solution)
    {
        var residual = (double[])_y.Clone();
        for (var column = 0; column < solution.Length; column++)
        {
            if (solution[column] != 0)
            {
                InnerProducts.AddScaled(_theta.PaddedColumn(column), -solution[column], residual);
            }
        }

        return residual;
    }

    private (double Stationarity, double Excess, int NonZeros) Residuals(double[] solution)
    {
        var unit = Math.Max(_lambda, 1e-12 * 2 * _signalCorrelation);
        double stationarity = 0, excess = 0;
        var nonZeros = 0;
        for (var column = 0; column < solution.Length; column++)
        {
            excess = Math.Max(excess, Math.Abs(_correlations[column]) - _lambda);
            if (solution[column] != 0)
            {
                nonZeros++;
                stationarity = Math.Max(stationarity, Math.Abs(_correlations[column] - (_lambda * Math.Sign(solution[column]))));
            }
        }

        return unit > 0 ? (stationarity / unit, excess / unit, nonZeros) : (0, 0, nonZeros);
    }

    /// <summary>
    /// Scales a dual point to the feasible multiple with the highest dual value, and returns that value. For
    /// Λ = 0 only Θᵀν = 0 is feasible, which rounding never meets: there a point counts when it is within
    /// rounding of it, and else becomes zero.
    /// </summary>
    private double BestMultiple(double[] dual)
    {
        var length = InnerProducts.Square(dual);
        var product = InnerProducts.Dot(dual, _y);
        var steepest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(_correlations));
        var factor = length > 0 ? 2 * product / length : 0;
        if (_lambda == 0)
        {
            factor = steepest <= 1e-10 * 2 * _signalCorrelation ? 1 : 0;
        }
        else if (steepest > 0)
        {
            factor = Math.Clamp(factor, -_lambda / steepest, _lambda / steepest);
        }

        // Zero is always feasible, with the value zero.
        var value = (factor * product) - (factor * factor * length / 4);
        if (value < 0)
        {
            (factor, value) = (0, 0);
        }

        TensorPrimitives.Multiply(dual, factor, dual);
        return value;
    }

    private double Correlate(double[] vector)
    {
        _theta.Correlate(vector, _correlations);
        return Math.Abs(TensorPrimitives.MaxMagnitude<double>(_correlations));
    }

    private LassoResult Failed(int iterations)
    {
        var solution = new double[_theta.Columns];
        Array.Fill(solution, double.NaN);
        var dual = new double[_theta.Rows];
        Array.Fill(dual, double.NaN);
        return new LassoResult(solution, new LassoCertificate
        {
            Status = LassoStatus.Failed,
            Primal = double.NaN,
            Dual = double.NaN,
            RelativeGap = double.NaN,
            DualPoint = dual,
            StationarityResidual = double.NaN,
            DualResidual = double.NaN,
            NonZeros = 0,
            Iterations = iterations,
        });
    }
}
