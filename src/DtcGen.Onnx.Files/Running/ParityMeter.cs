namespace DtcGen.Onnx;

/// <summary>Gathers the differences between two sides, batch after batch.</summary>
internal sealed class ParityMeter
{
    private long _rows;
    private long _agreeing;

    public double MaxAbsDifference { get; private set; }

    public double MaxRelDifference { get; private set; }

    public double ArgmaxAgreement => _rows == 0 ? double.NaN : (double)_agreeing / _rows;

    public void Add(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, ReadOnlySpan<long> shape)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var (a, b) = (expected[i], actual[i]);
            var difference = a == b ? 0 : Math.Abs(a - b); // Equal infinities differ by 0, not by NaN.
            MaxAbsDifference = Math.Max(MaxAbsDifference, difference); // Math.Max keeps NaN.
            MaxRelDifference = Math.Max(MaxRelDifference, difference == 0 ? 0 : difference / Math.Max(Math.Abs(a), Math.Abs(b)));
        }

        if (shape.Length >= 2 && shape[1] > 1)
        {
            CompareLargest(expected, actual, (int)shape[0], (int)shape[1]);
        }
    }

    private void CompareLargest(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, int samples, int classes)
    {
        var positions = samples == 0 ? 0 : expected.Length / (samples * classes);
        for (var sample = 0; sample < samples; sample++)
        {
            for (var position = 0; position < positions; position++)
            {
                var start = (sample * classes * positions) + position;
                var a = Largest(expected, start, classes, positions);
                var b = Largest(actual, start, classes, positions);
                _rows++;
                _agreeing += a == b || expected[a] == expected[b] || actual[a] == actual[b] ? 1 : 0;
            }
        }
    }

    /// <summary>Where the largest of some entries is; the first of several.</summary>
    public static int Largest(ReadOnlySpan<double> values, int start, int count, int stride)
    {
        var largest = start;
        for (var i = 1; i < count; i++)
        {
            var at = start + (i * stride);
            if (values[at] > values[largest])
            {
                largest = at;
            }
        }

        return largest;
    }
}
