using System.Buffers;
using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// Φ met with what it measures: Θ = Φ·Ψ and the measurements y = Φ·a of any number of signals. Φ is made,
/// used and transformed a few rows at a time, so that it never takes memory of its own.
/// </summary>
internal sealed class Measurement
{
    private const int RowsAtOnce = 16;

    private Measurement(SensingMatrix theta, double[][] measurements)
    {
        Theta = theta;
        Measurements = measurements;
    }

    /// <summary>Θ = Φ·Ψ, r × m.</summary>
    public SensingMatrix Theta { get; }

    /// <summary>For each signal, its r measurements.</summary>
    public double[][] Measurements { get; }

    public static Measurement Make(IMeasurementSource source, DctI transform, int count, params double[][] signals)
    {
        var columns = transform.Length;
        var theta = new SensingMatrix(count, columns);
        var measurements = signals.Select(_ => new double[count]).ToArray();
        var stream = source.Open();
        var buffer = ArrayPool<double>.Shared.Rent(RowsAtOnce * columns);
        for (var first = 0; first < count; first += RowsAtOnce)
        {
            var here = Math.Min(RowsAtOnce, count - first);
            var rows = buffer.AsSpan(0, here * columns);
            stream.Fill(rows);
            for (var signal = 0; signal < signals.Length; signal++)
            {
                for (var row = 0; row < here; row++)
                {
                    measurements[signal][first + row] = TensorPrimitives.Dot<double>(rows.Slice(row * columns, columns), signals[signal]);
                }
            }

            transform.TransformRows(rows, here);
            theta.SetRows(first, rows);
        }

        ArrayPool<double>.Shared.Return(buffer);
        return new Measurement(theta, measurements);
    }
}
