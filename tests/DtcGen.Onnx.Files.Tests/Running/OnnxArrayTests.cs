using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxArrayTests
{
    /// <summary>Arrays of every type that ONNX Runtime takes, and their entries written out.</summary>
    public static TheoryData<OnnxArray, double[]> EveryType => new()
    {
        { OnnxArray.Of([1.5f, -2f], 2), [1.5, -2] },
        { OnnxArray.Of([1.5, double.NaN], 2), [1.5, double.NaN] },
        { OnnxArray.Of([(Half)0.5f, Half.NegativeInfinity], 2), [0.5, double.NegativeInfinity] },
        { new OnnxArray(OnnxElementType.BFloat16, [2], new byte[] { 0xC0, 0x3F, 0x00, 0xC0 }), [1.5, -2] },
        { OnnxArray.Of([long.MinValue, 7L], 2), [-9223372036854775808.0, 7] },
        { OnnxArray.Of([-7, 7], 2), [-7, 7] },
        { OnnxArray.Of<short>([-300, 300], 2), [-300, 300] },
        { OnnxArray.Of<sbyte>([-128, 127], 2), [-128, 127] },
        { OnnxArray.Of([ulong.MaxValue, 7UL], 2), [18446744073709551616.0, 7] },
        { OnnxArray.Of([uint.MaxValue, 7U], 2), [4294967295, 7] },
        { OnnxArray.Of<ushort>([65535, 7], 2), [65535, 7] },
        { OnnxArray.Of<byte>([255, 7], 2), [255, 7] },
        { OnnxArray.Of([true, false], 2), [1, 0] },
    };

    [Theory]
    [MemberData(nameof(EveryType))]
    public void EveryTypeGoesThroughOnnxRuntimeUnchanged(OnnxArray array, double[] entries)
    {
        Assert.Equal(entries, array.ToDoubles());
        var same = new HandMadeModel().Input("x", array.ElementType, 2).Node("Identity", "x -> y").Build("y", array.ElementType, 2);
        using var session = new InferenceSession(same.ToBytes());
        var back = Assert.Single(OnnxRun.Run(session, [array]));
        Assert.Equal(array.ElementType, back.ElementType);
        Assert.Equal(array.Bytes.ToArray(), back.Bytes.ToArray());
    }

    [Theory]
    [InlineData(OnnxElementType.Float16)]
    [InlineData(OnnxElementType.BFloat16)]
    [InlineData(OnnxElementType.Double)]
    [InlineData(OnnxElementType.Float)]
    public void NumbersAreRoundedAsOnnxRuntimeCastsThem(OnnxElementType type)
    {
        // Ties both ways, the largest numbers of each type and what lies beyond, the smallest, and what is no number.
        float[] special =
        [
            1 + (1 / 256f), 1 + (3 / 256f), 1 + (1 / 2048f), 1 + (3 / 2048f), 65504, 65519, 65520, 70000, float.MaxValue, 3e-8f, 6e-8f,
            1e-40f, float.Epsilon, 0, -0f, float.PositiveInfinity, float.NaN,
        ];
        var random = new Random(3);
        float[] numbers =
        [
            .. special, .. special.Select(static v => -v),
            .. Enumerable.Range(0, 2000).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-30, 30)))),
        ];
        var cast = new HandMadeModel()
            .Input("x", OnnxElementType.Float, numbers.Length)
            .Node("Cast", "x -> y", ("to", (int)type))
            .Build("y", type, numbers.Length);
        using var session = new InferenceSession(cast.ToBytes());
        var array = OnnxArray.Of(numbers, numbers.Length);
        var expected = Assert.Single(OnnxRun.Run(session, [array]));
        Assert.Equal(expected.ToDoubles(), array.As(type).ToDoubles());
        Assert.Equal(type == OnnxElementType.Float, ReferenceEquals(array, array.As(type)));
        Assert.Equal(array.As(type).ToDoubles(), array.As(OnnxElementType.Double).As(type).ToDoubles());
        Assert.Throws<ArgumentException>(() => array.As(OnnxElementType.Int64));
        Assert.Throws<ArgumentException>(() => OnnxArray.Of([1L], 1).As(type));
    }

    [Fact]
    public void AFloatingInputIsGivenInTheTypeThatTheModelTakes()
    {
        var doubled = new HandMadeModel().Input("x", OnnxElementType.Float16, 2).Node("Add", "x x -> y").Build("y", OnnxElementType.Float16, 2);
        using var session = new InferenceSession(doubled.ToBytes());
        Assert.Equal([3, -0.5], Assert.Single(OnnxRun.Run(session, [OnnxArray.Of([1.5f, -0.25f], 2)])).ToDoubles());
        Assert.Throws<OnnxRuntimeException>(() => OnnxRun.Run(session, [OnnxArray.Of([1L, 2L], 2)]));
    }

    [Fact]
    public void EpsilonIsTheDistanceFromOneToTheNextNumber()
    {
        Assert.Equal(MathF.BitIncrement(1) - 1, OnnxElementType.Float.Epsilon());
        Assert.Equal(Math.BitIncrement(1) - 1, OnnxElementType.Double.Epsilon());
        Assert.Equal((double)(Half.BitIncrement((Half)1) - (Half)1), OnnxElementType.Float16.Epsilon());
        var next = new OnnxArray(OnnxElementType.BFloat16, [2], new byte[] { 0x80, 0x3F, 0x81, 0x3F }).ToDoubles();
        Assert.Equal(next[1] - next[0], OnnxElementType.BFloat16.Epsilon());
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxElementType.Int32.Epsilon());
    }

    [Fact]
    public void SamplesAreTakenAlongTheFirstDimension()
    {
        var array = OnnxArray.Of([0, 1, 2, 3, 4, 5, 6, 7], 4, 2);
        Assert.Equal([2, 3, 4, 5], array.Samples(1, 2).ToDoubles());
        Assert.Equal([2, 2], array.Samples(1, 2).Shape);
        Assert.Equal([0, 2], array.Samples(4, 0).Shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Samples(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Samples(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxArray.Of([1f], []).Samples(0, 1));
        Assert.Empty(OnnxArray.Of<float>([], 0, 3).Samples(0, 0).ToDoubles());
    }

    [Fact]
    public void AShapeThatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>(() => OnnxArray.Of([1f, 2f], 3));
        Assert.Throws<ArgumentException>(() => OnnxArray.Of([1f, 2f], -1, -2));
        Assert.Throws<ArgumentException>(() => OnnxArray.Of<float>([], long.MaxValue, long.MaxValue, long.MaxValue));
        Assert.Throws<ArgumentException>(() => OnnxArray.Of([1m], 1));
        Assert.Throws<ArgumentException>(() => new OnnxArray(OnnxElementType.Int4, [2], new byte[1]));
    }
}
