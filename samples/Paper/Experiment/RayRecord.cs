namespace DtcGen.Samples.Paper;

/// <summary>What the two weight rays showed at one clip.</summary>
/// <param name="Measurements">Measurements per ray.</param>
/// <param name="EntropyPreviousBits">Gibbs entropy of the previous layer's measurements in bits; null where undefined.</param>
/// <param name="EntropyNextNats">Gibbs entropy of the next layer's measurements in nats; null where undefined.</param>
/// <param name="AbsMeanOverSize">Mean absolute value of the rays' sum, divided by the number of neurons before the clip.</param>
internal sealed record RayRecord(int Measurements, double? EntropyPreviousBits, double? EntropyNextNats, double AbsMeanOverSize)
{
    private static readonly (string Name, Func<RayRecord, double> Value)[] Columns =
    [
        ("measurements", static r => r.Measurements),
        ("entropy of the previous ray in bits", static r => r.EntropyPreviousBits ?? double.NaN),
        ("entropy of the next ray in nats", static r => r.EntropyNextNats ?? double.NaN),
        ("mean of the rays over size", static r => r.AbsMeanOverSize),
    ];

    /// <summary>The records as series of figures; what is undefined is NaN.</summary>
    /// <param name="records">One record a cycle.</param>
    public static IEnumerable<(string Name, IEnumerable<double> Values)> ToSeries(IReadOnlyList<RayRecord> records)
        => Columns.Select(column => (column.Name, records.Select(column.Value)));

    /// <summary>The records of such series; null where there are none.</summary>
    /// <param name="series">The series by name.</param>
    public static IReadOnlyList<RayRecord>? FromSeries(IReadOnlyDictionary<string, IReadOnlyList<double>> series)
    {
        if (!series.ContainsKey(Columns[0].Name))
        {
            return null;
        }

        IReadOnlyList<double>[] columns = [.. Columns.Select(column => series[column.Name])];
        return
        [
            .. Enumerable.Range(0, columns[0].Count).Select(i => new RayRecord(
                (int)columns[0][i], Defined(columns[1][i]), Defined(columns[2][i]), columns[3][i])),
        ];
    }

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;
}
