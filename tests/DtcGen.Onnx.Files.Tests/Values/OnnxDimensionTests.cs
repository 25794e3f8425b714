using System.Numerics;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxDimensionTests
{
    private static readonly string[] Names = ["a", "b", "n"];

    [Fact]
    public void LikeTermsAreCollected()
    {
        OnnxDimension n = "n", h = "h", w = "w";
        Assert.Equal("2n", (n + n).ToString());
        Assert.Equal("2n + 1", (n + 1 + n).ToString());
        Assert.Equal(0, (n - n).Value);
        Assert.Equal("h*w + h + w + 1", ((h + 1) * (w + 1)).ToString());
        Assert.Equal((h + 1) * (w + 1), 1 + w + (h * (w + 1)));
        Assert.Equal("-n + 3", (3 - n).ToString());
        Assert.Equal("n^2", (n * n).ToString());
        var doubled = n;
        for (var i = 0; i < 5; i++)
        {
            doubled += doubled;
        }

        Assert.Equal("32n", doubled.ToString());
        Assert.Equal(n, doubled / 32);
    }

    [Fact]
    public void QuotientsAreExactWhereTheyLeaveNoRest()
    {
        OnnxDimension n = "n", h = "h", w = "w";
        Assert.Equal(h + 1, (h + 1) * (w + 2) / (w + 2));
        Assert.Equal(h - w, ((h * h) - (w * w)) / (h + w));
        Assert.Equal("3n", (n * 12 / 4).ToString());
        Assert.Equal("floor(n/2)", (n / 2).ToString());
        Assert.Equal("trunc((n - 1)/2)", ((n - 1) / 2).ToString());
        Assert.Equal("floor(n/w)", n.FloorDivide(w).ToString());
        Assert.Equal(-3, ((OnnxDimension)(-7) / 2).Value);
        Assert.Equal(-4, ((OnnxDimension)(-7)).FloorDivide(2).Value);
        Assert.Throws<DivideByZeroException>(() => n / 0);
    }

    [Fact]
    public void WholePartsComeOutOfAQuotientAndQuotientsOfQuotientsAreOne()
    {
        OnnxDimension h = "h";
        Assert.Equal("h + floor((h + 1)/2) - 1", ((3 * h) - 1).FloorDivide(2).ToString());
        Assert.Equal("floor(h/2)", ((2 * h) + 1).FloorDivide(4).ToString());
        var size = h;
        for (var i = 0; i < 5; i++)
        {
            size = (size - 1).FloorDivide(2) + 1;
        }

        Assert.Equal("floor((h + 31)/32)", size.ToString());
    }

    [Fact]
    public void WhatDoesNotFitIsASizeOfItsOwn()
    {
        OnnxDimension most = long.MaxValue, n = "n";
        Assert.Null((most + 1).Value);
        Assert.Null((most * most).Value);
        Assert.Null((n * long.MaxValue * 2).Evaluate(new Dictionary<string, long> { ["n"] = 1 }));
        Assert.NotEqual(most + 1, most + 1);
        var given = most * 2;
        Assert.Equal(given, given);
        Assert.Null((n * n).Evaluate(new Dictionary<string, long> { ["n"] = 1L << 40 }));
        Assert.Null(((OnnxDimension)long.MinValue / -1).Value);
    }

    [Fact]
    public void SizesArePutIn()
    {
        OnnxDimension h = "h", w = "w";
        var sizes = new Dictionary<string, long> { ["h"] = 9, ["w"] = 4 };
        Assert.Equal(40, (((h + 1) * w)).Evaluate(sizes));
        Assert.Equal(5, ((h + 1) / 2).Evaluate(sizes));
        Assert.Equal(2, h.FloorDivide(w).Evaluate(sizes));
        Assert.Null((h * "other").Evaluate(sizes));
        Assert.Null(h.FloorDivide(w).Evaluate(new Dictionary<string, long> { ["h"] = 9, ["w"] = 0 }));
        Assert.Equal("9w + 9", ((w + 1) * h).With(new Dictionary<string, long> { ["h"] = 9 }).ToString());
        Assert.Equal(["h", "w"], (w + h.FloorDivide(2)).Names);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("2n + 1")]
    [InlineData("height*width")]
    [InlineData("floor((h + 1)/2) + 1")]
    [InlineData("2*floor(n/w)")]
    [InlineData("trunc((n - 1)/2)")]
    [InlineData("-n + 3")]
    [InlineData("n^2*w")]
    public void WhatIsWrittenIsReadAsTheSame(string text)
    {
        OnnxDimension read = text;
        Assert.Equal(text, read.ToString());
        Assert.True(text == "batch" || read != read.Names.Aggregate((OnnxDimension)0, static (sum, name) => sum + name));
        Assert.All(read.Names, static name => Assert.Matches("^[a-z]+$", name));
        Assert.Equal(0, (read - text).Value);
    }

    [Theory]
    [InlineData("sequence-length")]
    [InlineData("unk__12")]
    [InlineData("floor")]
    [InlineData("n +")]
    [InlineData("((n")]
    [InlineData("5")]
    [InlineData("?0")]
    [InlineData("n/0")]
    [InlineData("floor(n/0)")]
    [InlineData("batch size")]
    [InlineData("n^99999999")]
    [InlineData("99999999999999999999n")]
    [InlineData("")]
    public void WhatIsNoExpressionIsAName(string text)
    {
        OnnxDimension read = text;
        Assert.Equal(text, read.ToString());
        Assert.Equal([text], read.Names);
        Assert.Equal(7, read.Evaluate(new Dictionary<string, long> { [text] = 7 }));
    }

    [Fact]
    public void OthersNotationIsReadToo()
    {
        OnnxDimension s = "s0", past = "past";
        Assert.Equal((2 * s) + 1, (OnnxDimension)"2*s0 + 1");
        Assert.Equal(past + "now", (OnnxDimension)"past+now");
    }

    [Fact]
    public void AMadeUpSizeIsNoneThatTheFileNames()
    {
        var made = new UnknownDimensions().Next();
        Assert.Equal("?0", made.ToString());
        Assert.NotEqual((OnnxDimension)"?0", made);
        Assert.Equal(made, made);
    }

    [Fact]
    public void TheLowestSizeIsProvenOrNotTold()
    {
        OnnxDimension n = "n", h = "h";
        Assert.Equal(3, (n + (2 * h) + 3).Least);
        Assert.Null((n - h).Least);
        Assert.Equal(2, ((n + 5) / 2).Least);
        Assert.Equal(-1, (n - 1).FloorDivide(2).Least);
        Assert.Null(n.FloorDivide("h").Least);
    }

    [Fact]
    public void LongChainsAndLongNamesStayShort()
    {
        var sum = (OnnxDimension)0;
        for (var i = 0; i < 10_000; i++)
        {
            sum += $"size{i}";
            sum *= "n";
        }

        Assert.True(sum.ToString().Length < 400);
        OnnxDimension name = new string('x', 100_000);
        Assert.Equal(100_000, name.ToString().Length);
        Assert.True((name + 1).ToString().Length < 400);
        Assert.Equal(100_000, ((OnnxDimension)new string('(', 100_000)).ToString().Length);
    }

    /// <summary>The oracle computes in numbers of any length, with no form at all.</summary>
    [Fact]
    public void ArithmeticOnFormsIsArithmeticOnTheirNumbers()
    {
        var random = new Random(7);
        var compared = 0;
        for (var trial = 0; trial < 3_000; trial++)
        {
            var sizes = Names.ToDictionary(static name => name, _ => (long)random.Next(0, 40));
            var (form, expected) = Any(random, sizes, 4);
            var found = form.Evaluate(sizes);
            if (expected is BigInteger number && !form.IsMadeUp && found is not null)
            {
                compared++;
                Assert.True(found == number, $"trial {trial}: {form} at {string.Join(", ", sizes)} is {found}, not {number}");
                Assert.True(
                    form.Least is not long least || least <= number, $"trial {trial}: {form} is {number} and not at least {form.Least}");
                OnnxDimension read = form.ToString();
                Assert.True(form.IsStatic || read == form, $"trial {trial}: {form} is read as {read}");
            }
        }

        Assert.True(compared > 2_000, $"{compared} compared");
    }

    private static (OnnxDimension Form, BigInteger? Number) Any(Random random, Dictionary<string, long> sizes, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
        {
            var name = Names[random.Next(Names.Length)];
            long number = random.Next(-5, 9);
            return random.Next(2) == 0 ? (name, sizes[name]) : (number, number);
        }

        var (left, a) = Any(random, sizes, depth - 1);
        var (right, b) = Any(random, sizes, depth - 1);
        switch (random.Next(5))
        {
            case 0: return (left + right, a + b);
            case 1: return (left - right, a - b);
            case 2: return (left * right, a * b);
            case 3 when right.Value != 0: return (left / right, a is null || b is null || b == 0 ? null : a.Value / b.Value);
            case 4 when right.Value != 0:
                return (left.FloorDivide(right), a is null || b is null || b == 0 ? null : Floor(a.Value, b.Value));
            default: return (left, a);
        }
    }

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return !rest.IsZero && rest.Sign != b.Sign ? quotient - 1 : quotient;
    }
}
