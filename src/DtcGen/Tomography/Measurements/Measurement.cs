using System.Buffers;

namespace DtcGen.Tomography;

/// <summary>
/// Φ met with what it measures: Θ = Φ·Ψ and the measurements y = Φ·a of any number of signals. Φ is made,
/// used and transformed a few rows at a time, so that it never takes memory of its own.
/// </summary>
internal sealed class Measurement
{
    private const int RowsAtOnce = 16;

    /// <summary>From this many numbers on, a block is worth waking another thread for.</summary>
    private const int LargeBlock = 1 << 14;

    private Measurement(SensingMatrix theta, double[][] measurements)
    {
        Theta = theta;
        Measurements = measurements;
    }

    /// <summary>Θ = Φ·Ψ, r × m.</summary>
    public SensingMatrix Theta { get; }

    /// <summary>For each signal, its r measurements.</summary>
    public double[][] Measurements { get; }

    /// <summary>Forms Θ and measures.</summary>
    public static Measurement Make(IMeasurementSource source, DctI transform, int count, params double[][] signals)
    {
        var columns = transform.Length;
        var theta = new SensingMatrix(count, columns);
        var measurements = EachBlock(source, columns, count, signals, (first, rows) =>
        {
            transform.TransformRows(rows, rows.Length / columns);
            theta.SetRows(first, rows);
        });
        return new Measurement(theta, measurements);
    }

    /// <summary>Measures without forming Θ.</summary>
    public static double[][] MeasureOnly(IMeasurementSource source, int columns, int count, params double[][] signals)
        => EachBlock(source, columns, count, signals, (_, _) => { });

    private static double[][] EachBlock(IMeasurementSource source, int columns, int count, double[][] signals, BlockAction use)
    {
        var measurements = Array.ConvertAll(signals, _ => new double[count]);
        var stream = source.Open();
        var length = RowsAtOnce * columns;
        var (drawn, used) = (ArrayPool<double>.Shared.Rent(length), ArrayPool<double>.Shared.Rent(length));
        var work = Task.CompletedTask;
        for (var first = 0; first < count; first += RowsAtOnce)
        {
            var (from, here, block) = (first, Math.Min(RowsAtOnce, count - first), drawn);
            stream.Fill(block.AsSpan(0, here * columns));
            work.Wait();
            void Use()
            {
                var rows = block.AsSpan(0, here * columns);
                Measure(rows, here, from, signals, measurements);
                use(from, rows);
            }

            // A stream cannot be drawn from by two threads, but one can use what the other has drawn before.
            if (length < LargeBlock)
            {
                Use();
            }
            else
            {
                work = Task.Run(Use);
            }

            (drawn, used) = (used, drawn);
        }

        work.Wait();
        ArrayPool<double>.Shared.Return(drawn);
        ArrayPool<double>.Shared.Return(used);
        return measurements;
    }

    private static void Measure(Span<double> rows, int count, int first, double[][] signals, double[][] measurements)
    {
        var columns = rows.Length / count;
        for (var signal = 0; signal < signals.Length; signal++)
        {
            for (var row = 0; row < count; row++)
            {
                measurements[signal][first + row] = InnerProducts.Dot(rows.Slice(row * columns, columns), signals[signal]);
            }
        }
    }

    private delegate void BlockAction(int first, Span<double> rows);
}
