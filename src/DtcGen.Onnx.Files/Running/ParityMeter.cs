namespace DtcGen.Onnx;

/// <summary>Gathers the differences between two sides, batch after batch.</summary>
internal sealed class ParityMeter
{
    private long _rows;
    private long _agreeing;

    public double MaxAbsDifference { get; private set; }

    /// <summary>The largest finite magnitude on the expected side.</summary>
    public double Largest { get; private set; }

    /// <summary>The coarsest floating-point type that was met.</summary>
    public OnnxElementType? ElementType { get; private set; }

    public double MaxRelDifference { get; private set; }

    public double ArgmaxAgreement => _rows == 0 ? double.NaN : (double)_agreeing / _rows;

    /// <summary>Notes a type that one of the sides computes in.</summary>
    public void Meet(OnnxElementType type)
    {
        if (type.IsFloating() && (ElementType is not { } known || type.Epsilon() > known.Epsilon()))
        {
            ElementType = type;
        }
    }

    public void Add(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, ReadOnlySpan<long> shape)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var (a, b) = (expected[i], actual[i]);
            Largest = double.IsFinite(a) ? Math.Max(Largest, Math.Abs(a)) : Largest;
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
                var a = PlaceOfLargest(expected, start, classes, positions);
                var b = PlaceOfLargest(actual, start, classes, positions);
                _rows++;
                _agreeing += a == b || expected[a] == expected[b] || actual[a] == actual[b] ? 1 : 0;
            }
        }
    }

    /// <summary>Where the largest of some entries is; the first of several.</summary>
    public static int PlaceOfLargest(ReadOnlySpan<double> values, int start, int count, int stride)
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
