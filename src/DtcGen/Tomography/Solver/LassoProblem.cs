namespace DtcGen.Tomography;

/// <summary>
/// min ½‖Θs − y‖² + λ‖s‖₁ with max |y| = 1: what the iterations work on. The caller's problem has no ½, so
/// λ = Λ/2 over its largest measurement.
/// </summary>
internal sealed class LassoProblem
{
    public LassoProblem(SensingMatrix theta, double[] y, double lambda)
    {
        Theta = theta;
        Y = y;
        Lambda = lambda;
        Correlations = new double[theta.Columns];
        theta.Correlate(y, Correlations);
    }

    private LassoProblem(LassoProblem other, double lambda)
    {
        Theta = other.Theta;
        Y = other.Y;
        Lambda = lambda;
        Correlations = other.Correlations;
    }

    public SensingMatrix Theta { get; }

    /// <summary>The measurements, padded to Θ's stride.</summary>
    public double[] Y { get; }

    public double Lambda { get; }

    /// <summary>Θᵀy.</summary>
    public double[] Correlations { get; }

    public int Rows => Theta.Rows;

    public int Columns => Theta.Columns;

    /// <summary>The same data under another λ.</summary>
    public LassoProblem WithLambda(double lambda) => new(this, lambda);
}
