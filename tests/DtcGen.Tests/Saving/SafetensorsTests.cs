using System.Text;
using DtcGen.Saving;
using DtcGen.Tests.Pruned;
using TorchSharp;
using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace DtcGen.Tests.Saving;

[Collection(GlobalGenerator.Collection)]
public sealed class SafetensorsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void APrunedModelComesBackWithItsNeurons()
    {
        using var pruned = Pruned();
        pruned.SavePruned(_file);
        using var fresh = new SmallNet().LoadPruned(_file);
        Assert.Equal(Saved(pruned), Saved(fresh));
        Assert.Equal([1, 4, 7], fresh.History()[0].Kept);
        Assert.Equal("second: 2 of 7 neurons", fresh.History()[1].ToString());

        // Neurons that the text does not have are only counted.
        var other = Encoding.Latin1.GetString(File.ReadAllBytes(_file)).Replace("[1,4,7]", "[1,7,4]", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(other));
        using var counted = new SmallNet().LoadPruned(stream);
        Assert.Equal("first: 3 of 8 neurons", counted.History()[0].ToString());
        Assert.Null(counted.History()[0].Kept);
    }

    [Fact]
    public void AnotherLibraryReadsItAndIsRead()
    {
        using var pruned = Pruned();
        pruned.SavePruned(_file);
        using var reader = new SmallNet();
        reader.Clip(reader.Groups[0], [0, 1, 2]);
        reader.Clip(reader.Groups[1], [0, 1]);
        reader.load_safetensors(_file);
        Assert.Equal(Saved(pruned), Saved(reader));

        // Its header is not padded, its order another.
        pruned.save_safetensors(_file);
        using var fresh = new SmallNet().LoadPruned(_file);
        Assert.Equal(Saved(pruned), Saved(fresh));
        using var dense = new SmallNet();
        dense.save_safetensors(_file);
        using var again = new SmallNet().LoadPruned(_file);
        Assert.Equal(Saved(dense), Saved(again));
        Assert.Equal(8, again.CountNeurons(again.Groups[0]));
    }

    // As PyTorch's writer has it: metadata first, entries in the order of their names.
    [Fact]
    public void AFileIsWhatTheFormatSays()
    {
        byte[] file =
        [
            200, 0, 0, 0, 0, 0, 0, 0,
            .. """{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a.c":{"dtype":"I16","shape":[1,2],"data_offsets":[8,12]},"n":{"dtype":"BOOL","shape":[],"data_offsets":[12,13]}}"""u8,
            .. "  "u8,
            0, 0, 128, 63, 0, 0, 0, 192, 1, 0, 255, 255, 1,
        ];
        var (tensors, metadata) = SafetensorsFile.Read(new MemoryStream(file), "it");
        Assert.Equal(["a.c", "b", "n"], tensors.Keys.Order());
        Assert.Equal([1f, -2f], tensors["b"].data<float>().ToArray());
        Assert.Equal([1L, 2L], tensors["a.c"].shape);
        Assert.Equal([(short)1, (short)-1], tensors["a.c"].data<short>().ToArray());
        Assert.Empty(tensors["n"].shape);
        Assert.True(tensors["n"].item<bool>());
        Assert.Equal("pt", metadata["format"]);

        using var written = new MemoryStream();
        SafetensorsFile.Write(written, tensors, metadata);
        Assert.Equal(file, written.ToArray());
    }

    [Fact]
    public void EveryTypeKeepsItsBytes()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["half"] = randn(3, 5).to(ScalarType.Float16),
            ["brain"] = randn(7).to(ScalarType.BFloat16),
            ["double"] = randn([2, 2], ScalarType.Float64),
            ["byte"] = arange(0, 250, dtype: ScalarType.Byte),
            ["small"] = arange(-3, 3, dtype: ScalarType.Int8),
            ["int"] = arange(-3, 3, dtype: ScalarType.Int32),
            ["long"] = tensor(long.MinValue),
            ["complex"] = randn([3], ScalarType.ComplexFloat32),
            ["none"] = zeros(0, 4),
            ["view"] = arange(6f).reshape(2, 3).t(),
        };
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, tensors, []);
        stream.Position = 0;
        Assert.True(SafetensorsFile.Is(stream));
        var read = SafetensorsFile.Read(stream, "it").Tensors;
        Assert.Equal(tensors.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.dtype, read[name].dtype);
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(tensor.contiguous().bytes.ToArray(), read[name].bytes.ToArray());
        }

        // The widest lie first, so that each is aligned.
        var start = stream.Length - tensors.Values.Sum(static tensor => tensor.numel() * tensor.ElementSize);
        Assert.Equal(long.MinValue, BitConverter.ToInt64(stream.ToArray(), (int)start + 24 + 32));
    }

    [Fact]
    public void OneThatBreaksOffIsRefusedWhereverItDoes()
    {
        using var pruned = Pruned();
        pruned.SavePruned(_file);
        var whole = File.ReadAllBytes(_file);
        using var model = new SmallNet();
        var before = Saved(model);
        for (var length = 0; length < whole.Length; length++)
        {
            using var stream = new MemoryStream(whole[..length]);
            Assert.Throws<InvalidDataException>(() => model.LoadPruned(stream));
        }

        Assert.Equal(before, Saved(model));
    }

    [Fact]
    public void AnyHeaderIsRefusedOrLoaded()
    {
        using var pruned = Pruned();
        pruned.SavePruned(_file);
        var whole = File.ReadAllBytes(_file);
        var chance = new Random(1);
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            byte[] changed = [.. whole];
            changed[chance.Next(8 + BitConverter.ToInt32(whole))] = (byte)chance.Next(0, 256);
            using var model = new SmallNet();
            var before = Saved(model);
            try
            {
                using var stream = new MemoryStream(changed);
                model.LoadPruned(stream);
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.Equal(before, Saved(model));
            }
        }

        Assert.InRange(refused, 100, 499);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16, "'a' is in it twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "'b' lies at 4 to 12; the one before ends at 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "'a' lies at 4 to 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "1 bytes at its end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "the file at 7")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "'a' is Float32 [3], and 8 bytes are its own")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "and 0 bytes are its own")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "no table of tensors")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "'a' lies at 8 to 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "has no two ends")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "no table of tensors")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}""", 2, "'a' has the element type F8_E4M3, which TorchSharp does not have")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "no table of tensors")]
    [InlineData("""{"__metadata__":[]}""", 0, "no table of tensors")]
    [InlineData("""{"a":3}""", 0, "no table of tensors")]
    [InlineData("""{"a""", 0, "no table of tensors")]
    [InlineData("""{}""", 0, "is of another model: it has no 'first.weight'")]
    public void OtherFilesAreRefused(string header, int bytes, string says)
    {
        byte[] file = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[bytes]];
        File.WriteAllBytes(_file, file);
        using var model = new SmallNet();
        var thrown = Assert.Throws<InvalidDataException>(() => model.LoadPruned(_file));
        Assert.StartsWith(_file, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyDimensionsAndALongHeaderAreRefused()
    {
        var ones = string.Join(',', Enumerable.Repeat(1, 65));
        OtherFilesAreRefused($$$"""{"a":{"dtype":"F32","shape":[{{{ones}}}],"data_offsets":[0,4]}}""", 4, "'a' has 65 dimensions");
        File.WriteAllBytes(_file, [.. BitConverter.GetBytes(99_999_999L), .. "{}"u8]);
        using var model = new SmallNet();
        Assert.Contains(
            "its header has 99999999 bytes, and 2 are left", Assert.Throws<InvalidDataException>(() => model.LoadPruned(_file)).Message);
    }

    [Fact]
    public void SizesThatNoClipMakesAreRefusedByName()
    {
        using var pruned = Pruned();
        var state = pruned.state_dict();
        Refused("first.weight", zeros(9, 5), "'first.weight' is [9, 5], and a model of this class can have 1 to 8 neurons there.");
        Refused("second.bias", zeros(3), "'second.bias' is [3], and [2] in a model with as many neurons as the file has (first 3, second 2)");
        Refused("last.weight", zeros([3, 2], ScalarType.Float64), "'last.weight' is Float64, and Float32 in the model");

        void Refused(string name, Tensor instead, string says)
        {
            using var model = new SmallNet();
            var before = Saved(model);
            var changed = new Dictionary<string, Tensor>(state) { [name] = instead };
            var thrown = Assert.Throws<InvalidDataException>(() => model.LoadPruned(changed));
            Assert.StartsWith("The state", thrown.Message, StringComparison.Ordinal);
            Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
            Assert.Equal(before, Saved(model));
            Assert.Equal(8, model.History()[0].After);
        }
    }

    [Fact]
    public void AStateIsCopied()
    {
        using var pruned = Pruned();
        var state = pruned.state_dict();
        using var fresh = new SmallNet().LoadPruned(state);
        Assert.Equal(Saved(pruned), Saved(fresh));
        using (no_grad())
        {
            state["first.weight"].zero_();
        }

        Assert.NotEqual(Saved(pruned), Saved(fresh));
    }

    [Fact]
    public void ATransposedConvolutionThatMakesTheNeuronsComesBack()
    {
        using var model = Recorded();
        Assert.Equal("enter", Assert.Single(model.Groups).Counter.Layer);
        model.Clip(model.Groups[0], [0, 3, 4, 5]);
        model.SavePruned(_file);
        using var fresh = Recorded();
        fresh.LoadPruned(_file);
        Assert.Equal(Saved(model), Saved(fresh));
        Assert.Equal([0, 3, 4, 5], fresh.History()[0].Kept);

        static Upsampler Recorded()
        {
            var model = new Upsampler();
            model.Record(randn(3, 2, 7));
            return model;
        }
    }

    // PyTorch's save_model writes one of the names of a tensor, its state_dict has all of them.
    [Fact]
    public void LayersThatShareAWeightTakeItUnderAnyOfTheirNames()
    {
        using var model = new Twins();
        model.Share();
        var all = new Dictionary<string, Tensor>
        {
            ["first.weight"] = randn(8, 5),
            ["first.bias"] = randn(8),
            ["left.weight"] = randn(3, 8),
            ["right.weight"] = randn(3, 8),
        };
        Assert.Contains(
            "'left.weight' and 'right.weight' differ there, and are one tensor in the model",
            Assert.Throws<InvalidDataException>(() => model.LoadPruned(all)).Message);
        all["right.weight"] = all["left.weight"].clone();
        model.LoadPruned(all);
        Assert.Equal(all["left.weight"].bytes.ToArray(), model.get_parameter("right.weight")!.bytes.ToArray());
        foreach (var name in new[] { "left.weight", "right.weight" })
        {
            var one = all.Where(item => item.Key != name).ToDictionary();
            one[name == "left.weight" ? "right.weight" : "left.weight"] = randn(3, 8);
            model.LoadPruned(one);
            var expected = one.Single(static item => item.Key is "left.weight" or "right.weight").Value.bytes.ToArray();
            Assert.Equal(expected, model.get_parameter("left.weight")!.bytes.ToArray());
            Assert.Equal(expected, model.get_parameter("right.weight")!.bytes.ToArray());
        }
    }

    private static SmallNet Pruned()
    {
        var model = new SmallNet();
        model.Clip(model.Groups[0], [1, 4, 7]);
        model.Clip(model.Groups[1], [0, 6]);
        return model;
    }

    private static byte[] Saved(nn.Module model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }
}
