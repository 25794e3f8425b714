namespace DtcGen.Onnx.Tests;

public sealed class ParityMeterTests
{
    [Fact]
    public void DifferencesAreMeasuredAsSaid()
    {
        var meter = new ParityMeter();
        meter.Add([1, 2, 4, 0], [1, 2.5, 4, 0], [2, 2]);
        Assert.Equal(0.5, meter.MaxAbsDifference);
        Assert.Equal(0.2, meter.MaxRelDifference, 12);
        Assert.Equal(1, meter.ArgmaxAgreement);
    }

    [Fact]
    public void EquallyLargeEntriesAgreeAndOthersDoNot()
    {
        var meter = new ParityMeter();
        meter.Add([3, 3, 1], [3, 3.0001, 1], [1, 3]);
        Assert.Equal(1, meter.ArgmaxAgreement);
        meter.Add([3, 2, 1], [1, 2, 3], [1, 3]);
        Assert.Equal(0.5, meter.ArgmaxAgreement);
        meter.Add([double.PositiveInfinity], [double.PositiveInfinity], [1, 1]);
        Assert.Equal(2, meter.MaxAbsDifference);
    }

    [Fact]
    public void MapsAreComparedPositionByPosition()
    {
        var meter = new ParityMeter();
        meter.Add([0, 9, 5, 1], [0, 1, 5, 9], [1, 2, 2]);
        Assert.Equal(0.5, meter.ArgmaxAgreement);
    }
}
