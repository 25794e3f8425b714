namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>PNG files are read exactly, or refused.</summary>
public class PngTests
{
    private const int Side = TestImages.Side;
    private static readonly ImageShape Grey = new(1, Side, Side), Colour = new(3, Side, Side);

    /// <summary>
    /// Files that encoders of their own make wrote, with the filters that each chose, of pictures that a formula describes:
    /// Chromium's canvas, Java's ImageIO, Netpbm and Pillow (libpng and its own), pngjs, sharp (libvips) and UPNG.js.
    /// </summary>
    [Theory]
    [InlineData("chromium-rgb", "rgb")]
    [InlineData("java-grey", "grey")]
    [InlineData("netpbm-black-white", "black-white")]
    [InlineData("netpbm-palette", "palette")]
    [InlineData("netpbm-rgb", "rgb")]
    [InlineData("pillow-black-white", "black-white")]
    [InlineData("pillow-grey", "grey")]
    [InlineData("pillow-grey-alpha", "grey-alpha")]
    [InlineData("pillow-palette-alpha", "palette-alpha")]
    [InlineData("pillow-rgb", "rgb")]
    [InlineData("pngjs-rgba", "rgba")]
    [InlineData("sharp-rgb", "rgb")]
    [InlineData("upng-rgba", "rgba")]
    public void AFileOfAnotherEncoderHasThePixelsOfItsPicture(string name, string picture)
    {
        var pixels = PngImage.Read(FileOf(name), Colour);
        for (var i = 0; i < Side * Side; i++)
        {
            var (r, g, b, a) = Pixel(picture, i % Side, i / Side);
            Assert.Equal(r * a / 65025f, pixels[i], 1e-6f);
            Assert.Equal(g * a / 65025f, pixels[i + Side * Side], 1e-6f);
            Assert.Equal(b * a / 65025f, pixels[i + 2 * Side * Side], 1e-6f);
        }
    }

    [Theory]
    [InlineData(PngWriter.Grey, 1)]
    [InlineData(PngWriter.Grey, 4)]
    [InlineData(PngWriter.Grey, 8)]
    [InlineData(PngWriter.GreyAlpha, 8)]
    [InlineData(PngWriter.Colour, 8)]
    [InlineData(PngWriter.ColourAlpha, 8)]
    public void EveryFilterIsUndone(byte colourType, byte depth)
    {
        var random = new Random(colourType);
        var samples = colourType switch { PngWriter.Colour => 3, PngWriter.GreyAlpha => 2, PngWriter.ColourAlpha => 4, _ => 1 };
        byte[][] rows = [.. Enumerable.Range(0, Side).Select(_ =>
        {
            var row = new byte[(Side * samples * depth + 7) / 8];
            random.NextBytes(row);
            return row;
        })];
        var plain = PngImage.Read(PngWriter.Write(Side, Side, depth, colourType, y => rows[y]), Colour);
        Assert.True(plain.Distinct().Count() > 1);
        for (byte filter = 1; filter <= 4; filter++)
        {
            Assert.Equal(plain, PngImage.Read(PngWriter.Write(Side, Side, depth, colourType, y => rows[y], filters: _ => filter), Colour));
        }

        Assert.Equal(
            plain, PngImage.Read(PngWriter.Write(Side, Side, depth, colourType, y => rows[y], filters: y => (byte)(y * 3 % 5)), Colour));
    }

    /// <summary>Every chunk has a checksum, so one bit that is not as it was is always seen.</summary>
    [Fact]
    public void AFileWithOneBitChangedIsRefused()
    {
        var file = FileOf("pillow-palette-alpha");
        for (var bit = 0; bit < 8 * file.Length; bit++)
        {
            byte[] damaged = [.. file];
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Throws<BadImageException>(() => PngImage.Read(damaged, Grey));
        }
    }

    [Fact]
    public void AFileCutShortIsRefused()
    {
        var file = FileOf("pillow-grey");
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Throws<BadImageException>(() => PngImage.Read(file[..length], Grey)));
    }

    /// <summary>With chunks whose checksums fit, what was packed into the pixels is checked by its own.</summary>
    [Fact]
    public void DamageUnderAFittingChecksumIsRefusedOrChangesNoPixel()
    {
        var random = new Random(11);
        byte[] lines = [
            .. Enumerable.Range(0, Side * (Side + 1)).Select(i => (byte)(i % (Side + 1) == 0 ? i / (Side + 1) % 5 : i * i / 7))
        ];
        var packed = PngWriter.Pack(lines);
        var right = PngImage.Read(Plain(packed), Grey);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. packed];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.Equal(right, PngImage.Read(Plain(damaged), Grey));
            }
            catch (BadImageException)
            {
                refused++;
            }
        }

        Assert.True(refused > 2500, $"only {refused} refused");
    }

    public static TheoryData<string, byte[], string> Refused
    {
        get
        {
            var header = PngWriter.Header(Side, Side, 8, PngWriter.Grey);
            var lines = new byte[Side * (Side + 1)];
            var packed = PngWriter.Pack(lines);
            byte[] palette = [0, 0, 0, 255, 255, 255], none = [];
            byte[] wrongFilter = [.. lines];
            wrongFilter[3 * (Side + 1)] = 5;
            byte[] wrongChecksum = [.. packed];
            wrongChecksum[^1] ^= 1;
            var inPalette = PngWriter.Header(Side, Side, 8, PngWriter.Palette);
            byte[] outside = [.. lines];
            outside[^1] = 2;
            var end = ("IEND", none);
            return new TheoryData<string, byte[], string>
            {
                { "interlaced", FileOf("netpbm-grey-interlaced"), "is interlaced" },
                { "16 bits", With(PngWriter.Header(Side, Side, 16, PngWriter.Grey), packed), "16 bits for a sample of colour type 0" },
                { "4 bits of colour", With(PngWriter.Header(Side, Side, 4, PngWriter.Colour), packed), "4 bits for a sample" },
                { "3 bits", With(PngWriter.Header(Side, Side, 3, PngWriter.Grey), packed), "3 bits for a sample" },
                { "no such colour type", With(PngWriter.Header(Side, Side, 8, 5), packed), "colour type 5" },
                { "another compression", With([.. header[..10], 1, 0, 0], packed), "a compression or filter that PNG does not have" },
                { "another filter method", With([.. header[..11], 1, 0], packed), "a compression or filter that PNG does not have" },
                { "interlacing that is none", With([.. header[..12], 2], packed), "is interlaced" },
                { "a short header", With(header[..12], packed), "12 bytes, not 13" },
                { "no columns", With(PngWriter.Header(0, Side, 8, PngWriter.Grey), packed), "0 × 28 pixels" },
                { "more rows than a number has", With(PngWriter.Header(Side, -1, 8, PngWriter.Grey), packed), "28 × 4294967295 pixels" },
                {
                    "the header not first", PngWriter.File(("tEXt", none), ("IHDR", header), ("IDAT", packed), end),
                    "tEXt where a header belongs"
                },
                { "two headers", PngWriter.File(("IHDR", header), ("IHDR", header), ("IDAT", packed), end), "a second header" },
                { "no pixels", PngWriter.File(("IHDR", header), end), "chunk IEND is out of place" },
                { "empty pixels", With(header, []), "too few pixels" },
                {
                    "pixels in two places",
                    PngWriter.File(("IHDR", header), ("IDAT", packed[..9]), ("tEXt", none), ("IDAT", packed[9..]), end),
                    "chunk IDAT is out of place"
                },
                { "an end with content", PngWriter.File(("IHDR", header), ("IDAT", packed), ("IEND", [0])), "chunk IEND is out of place" },
                { "something after the end", [.. Plain(packed), 0], "chunk IEND is out of place" },
                { "no end", Plain(packed)[..^12], "without its last one" },
                {
                    "a chunk longer than the file", [.. Plain(packed)[..33], 0xff, 0xff, 0xff, 0xff, .. "IDAT"u8, 0, 0, 0, 0],
                    "ends within a chunk"
                },
                { "a chunk without a name", PngWriter.File(("IHDR", header), ("ID\0T", packed), end), "not four letters" },
                { "a checksum of another chunk", [.. Plain(packed)[..^1], 0], "the checksum of its chunk IEND does not fit" },
                {
                    "a chunk that must be known", PngWriter.File(("CgBI", none), ("IHDR", header), ("IDAT", packed), end),
                    "CgBI where a header belongs"
                },
                {
                    "a later chunk that must be known", PngWriter.File(("IHDR", header), ("MORE", none), ("IDAT", packed), end),
                    "knows its chunk MORE"
                },
                {
                    "a palette for grey", PngWriter.File(("IHDR", header), ("PLTE", palette), ("IDAT", packed), end),
                    "chunk PLTE is out of place"
                },
                {
                    "a transparent grey", PngWriter.File(("IHDR", header), ("tRNS", [0, 0]), ("IDAT", packed), end),
                    "one colour as transparent"
                },
                { "no palette", With(inPalette, packed), "chunk IDAT is out of place" },
                {
                    "part of an entry", PngWriter.File(("IHDR", inPalette), ("PLTE", palette[..5]), ("IDAT", packed), end),
                    "chunk PLTE is out of place"
                },
                {
                    "more entries than bits",
                    PngWriter.File(
                        ("IHDR", PngWriter.Header(Side, Side, 1, PngWriter.Palette)), ("PLTE", new byte[9]), ("IDAT", packed), end),
                    "chunk PLTE is out of place"
                },
                {
                    "two palettes", PngWriter.File(("IHDR", inPalette), ("PLTE", palette), ("PLTE", palette), ("IDAT", packed), end),
                    "chunk PLTE is out of place"
                },
                {
                    "more alphas than entries",
                    PngWriter.File(("IHDR", inPalette), ("PLTE", palette), ("tRNS", [1, 2, 3]), ("IDAT", packed), end),
                    "chunk tRNS is out of place"
                },
                {
                    "alphas before their palette",
                    PngWriter.File(("IHDR", inPalette), ("tRNS", [1]), ("PLTE", palette), ("IDAT", packed), end),
                    "chunk tRNS is out of place"
                },
                {
                    "alphas after the pixels", PngWriter.File(("IHDR", inPalette), ("PLTE", palette), ("IDAT", packed), ("tRNS", [1]), end),
                    "chunk tRNS is out of place"
                },
                {
                    "a colour that the palette has not",
                    PngWriter.File(("IHDR", inPalette), ("PLTE", palette), ("IDAT", PngWriter.Pack(outside)), end),
                    "the colour 2 of a palette of 2"
                },
                { "a row too few", Plain(PngWriter.Pack(lines[(Side + 1)..])), "too few pixels" },
                { "a byte too few", Plain(PngWriter.Pack(lines[1..])), "too few pixels" },
                { "a byte too many", Plain(PngWriter.Pack([.. lines, 0])), "too many pixels" },
                { "20 MB too many", Plain(PngWriter.Pack(new byte[20_000_000])), "too many pixels" },
                { "a byte after the packed pixels", Plain([.. packed, 0]), "do not end where their data does" },
                { "a checksum too much", Plain([.. packed, .. packed[^4..]]), "do not end where their data does" },
                { "the pixels packed twice", Plain([.. packed, .. packed]), "do not end where their data does" },
                { "no checksum of the pixels", Plain(packed[..^4]), "do not end where their data does" },
                { "half a checksum of the pixels", Plain(packed[..^1]), "do not end where their data does" },
                { "a wrong checksum of the pixels", Plain(wrongChecksum), "their checksum does not fit" },
                { "pixels that were not packed", Plain(lines), "cannot be unpacked" },
                { "no such filter", Plain(PngWriter.Pack(wrongFilter)), "a row has the filter 5" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNotAWholePlainFileIsRefusedWithAReason(string what, byte[] file, string reason)
        => Assert.True(
            Assert.Throws<BadImageException>(() => PngImage.Read(file, Grey)).Message.Contains(reason, StringComparison.Ordinal), what);

    [Fact]
    public void ChunksThatAPictureIsRightWithoutArePassedOver()
    {
        var header = PngWriter.Header(Side, Side, 8, PngWriter.Grey);
        var packed = PngWriter.Pack(
            [.. Enumerable.Range(0, Side).SelectMany(y => new byte[] { 0 }.Concat(Enumerable.Repeat((byte)y, Side)))]);
        Assert.Equal(
            PngImage.Read(Plain(packed), Grey),
            PngImage.Read(
                PngWriter.File(
                    ("IHDR", header),
                    ("gAMA", [0, 0, 177, 143]),
                    ("tEXt", "Title\0seven"u8.ToArray()),
                    ("IDAT", []),
                    ("IDAT", packed[..5]),
                    ("IDAT", packed[5..]),
                    ("tIME", new byte[7]),
                    ("IEND", [])),
                Grey));
    }

    private static byte[] Plain(byte[] packed) => With(PngWriter.Header(Side, Side, 8, PngWriter.Grey), packed);

    private static byte[] With(byte[] header, byte[] packed) => PngWriter.File(("IHDR", header), ("IDAT", packed), ("IEND", []));

    private static byte[] FileOf(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Png", name + ".png"));

    private static (int R, int G, int B, int A) Pixel(string picture, int x, int y)
    {
        int value = (37 * x + 91 * y + 5 * x * y) & 255, entry = (x + y) % 5, alpha = 255 - ((x * y) & 127);
        return picture switch
        {
            "grey" => (value, value, value, 255),
            "grey-alpha" => (value, value, value, alpha),
            "black-white" => value >= 128 ? (255, 255, 255, 255) : (0, 0, 0, 255),
            "rgb" => (value, 9 * x & 255, 9 * y & 255, 255),
            "rgba" => (value, 9 * x & 255, 9 * y & 255, alpha),
            "palette" => (60 * entry, 255 - 50 * entry, 20 * entry, 255),
            _ => (60 * entry, 255 - 50 * entry, 20 * entry, entry switch { 0 => 0, 1 => 64, 2 => 128, _ => 255 }),
        };
    }
}
