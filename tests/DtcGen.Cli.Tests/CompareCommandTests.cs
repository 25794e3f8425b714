using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DtcGen.Cli.Commands;
using DtcGen.Onnx;
using DtcGen.Onnx.Tests;

namespace DtcGen.Cli.Tests;

public sealed class CompareCommandTests : ToolRun
{
    [Fact]
    public async Task AModelComparedWithItselfAgrees()
    {
        SmallModels.Perceptron().Save(In("a.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("a.onnx"), In("a.onnx"), "--random", "50", "--runs", "5", "--json"));
        using var json = JsonDocument.Parse(Output);
        var outputs = json.RootElement.GetProperty("outputs");
        Assert.Equal(50, outputs.GetProperty("samples").GetInt64());
        Assert.Equal(0, outputs.GetProperty("maxAbsDifference").GetDouble());
        Assert.Equal("NaN", outputs.GetProperty("argmaxAgreement").GetString()); // Of random inputs a class says nothing.
        Assert.Equal(1, json.RootElement.GetProperty("multiplyAddRatio").GetDouble());
        JsonElement[] latency = [.. json.RootElement.GetProperty("latency").EnumerateArray()];
        Assert.Equal(
            Environment.ProcessorCount > 1
                ? [(1, 1), (32, 1), (1, Environment.ProcessorCount), (32, Environment.ProcessorCount)]
                : new[] { (1, 1), (32, 1) },
            latency.Select(l => (l.GetProperty("batch").GetInt32(), l.GetProperty("threads").GetInt32())));
        Assert.All(latency, l => Assert.True(l.GetProperty("dense").GetProperty("median").GetDouble() > 0));
    }

    [Fact]
    public async Task SizesLayersAndOutputsOfASmallerModelAreShown()
    {
        SmallModels.Perceptron(hidden: 8).Save(In("dense.onnx"));
        SmallModels.Perceptron(hidden: 4).Save(In("pruned.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("dense.onnx"), In("pruned.onnx"), "--runs", "3"));
        Assert.Matches(@"parameters +80 +40 +0.500", Output);
        Assert.Matches(@"multiply-adds per sample +72 +36 +0.500", Output);
        Assert.Matches(@"fc1 Gemm +\[batch, 8\] +\[batch, 4\] +56 +28", Output);
        Assert.Contains("256 random samples, seed 42", Output);
        Assert.DoesNotContain("argmax", Output);
        Assert.DoesNotContain("agree", Output);
        Assert.Contains("inputs are paired by name, outputs by name", Output);
        Assert.Contains("does 2.00× the multiply-adds", Output);
    }

    [Fact]
    public async Task ArraysAndLabelsOfAnNpzGiveAccuracyAndLimitsAnExitCode()
    {
        SmallModels.Perceptron(hidden: 8).Save(In("dense.onnx"));
        SmallModels.Perceptron(hidden: 4).Save(In("pruned.onnx"));
        float[] x = [.. Enumerable.Range(0, 40 * 6).Select(i => MathF.Sin(i * 1.3f))];
        Npz(
            "batch.npz",
            ("x", "<f8", "(40, 6)", Bytes(Array.ConvertAll(x, v => (double)v))),
            ("labels", "<i4", "(40,)", Bytes(new int[40])));
        Assert.Equal(
            ToolExitCode.Found,
            await Run(
                "compare",
                In("dense.onnx"),
                In("pruned.onnx"),
                "--inputs",
                In("batch.npz"),
                "--runs",
                "0",
                "--json",
                "--max-difference",
                "1e-9",
                "--min-agreement",
                "0"));
        using var json = JsonDocument.Parse(Output);
        var outputs = json.RootElement.GetProperty("outputs");
        Assert.Equal(40, outputs.GetProperty("samples").GetInt64());
        Assert.Equal(Share("dense.onnx", x), outputs.GetProperty("denseAccuracy").GetDouble());
        Assert.Equal(Share("pruned.onnx", x), outputs.GetProperty("prunedAccuracy").GetDouble());
        Assert.Contains("--max-difference", Assert.Single(json.RootElement.GetProperty("limitsBroken").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("there is no array x", "z", "<f4", "(2, 6)", 48, "w")]
    [InlineData("has the shape (2, 5)", "x", "<f4", "(2, 5)", 40, "w")]
    [InlineData("a whole number for each of the 2 samples", "x", "<f4", "(2, 6)", 48, "labels")]
    public async Task ArraysThatDoNotFitAreNamed(string expected, string name, string type, string shape, int bytes, string second)
    {
        SmallModels.Perceptron().Save(In("a.onnx"));
        Npz("batch.npz", (name, type, shape, new byte[bytes]), (second, "<i8", "(3,)", new byte[24]));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("a.onnx"), In("a.onnx"), "--inputs", In("batch.npz")));
        Assert.Contains("batch.npz", Errors);
        Assert.Contains(expected, Errors);
    }

    [Fact]
    public async Task MNISTIsReadForAModelThatTakesIt()
    {
        await MnistFiles();
        SmallModels.Convolution("batch", 1, 28, 28).Save(In("mnist.onnx"));
        string[] given = ["--mean", "0.1307", "--deviation", "0.3081"];
        Assert.Equal(
            ToolExitCode.Done, await Run(["compare", In("mnist.onnx"), In("mnist.onnx"), "--data", Folder, "--runs", "0", .. given]));
        Assert.Contains("MNIST, test images (4 compared)", Output);
        Assert.Contains("mean 0.1307, deviation 0.3081 (--mean and --deviation)", Output);
        Assert.Contains("accuracy", Output);
        Assert.Contains("argmax agrees in 100.0 %", Output);
        SmallModels.Convolution("batch", 3, 32, 32).Save(In("cifar.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run(["compare", In("cifar.onnx"), In("cifar.onnx"), "--data", Folder, .. given]));
        Assert.Contains("data_batch_1.bin", Errors);
        SmallModels.Convolution("batch", 3, 8, 8).Save(In("other.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("other.onnx"), In("other.onnx"), "--data", Folder));
        Assert.Contains("Use --inputs FILE.npz or --random N", Errors);
    }

    [Fact]
    public async Task PixelsAreNormalisedAsTheFilesSayOrTheCommandLineAndElseItAsks()
    {
        await MnistFiles();
        Thresholds().Save(In("says-nothing.onnx"));
        Thresholds("0.2", "0.5").Save(In("dark.onnx"));
        Thresholds("0.8", "0.5").Save(In("bright.onnx"));
        Thresholds("0.2", "0").Save(In("broken.onnx"));

        async Task<(double Accuracy, string Source)> Measure(string dense, string pruned, params string[] given)
        {
            var json = In($"{Guid.NewGuid():N}.json");
            var code = await Run(["compare", In(dense), In(pruned), "--data", Folder, "--runs", "0", "--json", json, .. given]);
            Assert.True(code == ToolExitCode.Done, Errors);
            using var result = JsonDocument.Parse(await File.ReadAllTextAsync(json));
            return (result.RootElement.GetProperty("outputs").GetProperty("denseAccuracy").GetDouble(),
                result.RootElement.GetProperty("normalization").GetProperty("source").GetString()!);
        }

        // Of the four images three are brighter than 0.2, and one than 0.8: the label is 1 in all.
        Assert.Equal((0.75, $"metadata of {In("dark.onnx")}"), await Measure("dark.onnx", "dark.onnx"));
        Assert.Equal((0.25, $"metadata of {In("bright.onnx")}"), await Measure("bright.onnx", "bright.onnx"));
        Assert.Equal((0.75, $"metadata of {In("dark.onnx")}"), await Measure("says-nothing.onnx", "dark.onnx"));
        Assert.Equal((0.25, "--mean and --deviation"), await Measure("dark.onnx", "dark.onnx", "--mean", "0.8", "--deviation", "1"));

        async Task Refused(string expected, string dense, string pruned, params string[] given)
        {
            Assert.Equal(ToolExitCode.Failed, await Run(["compare", In(dense), In(pruned), "--data", Folder, .. given]));
            Assert.Contains(expected, Errors);
        }

        await Refused("Give what the models were trained with: --mean 0.1307 --deviation 0.3081", "says-nothing.onnx", "says-nothing.onnx");
        await Refused("trained with other normalisations: mean 0.2, deviation 0.5", "dark.onnx", "bright.onnx");
        await Refused("metadata deviation: a deviation of 0 is divided by", "broken.onnx", "broken.onnx");
        await Refused("--mean: there are 3 numbers, and the images have 1 channels", "dark.onnx", "dark.onnx", "--mean", "1,2,3", "--deviation", "1");
    }

    [Fact]
    public async Task RandomInputsHaveNoClassesThatAgree()
    {
        SmallModels.Perceptron().Save(In("a.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("a.onnx"), In("a.onnx"), "--min-agreement", "0.9"));
        Assert.Contains("--min-agreement needs real samples", Errors);
    }

    [Theory]
    [InlineData(OnnxElementType.Float16, "<f2")]
    [InlineData(OnnxElementType.Float16, "<f4")]
    [InlineData(OnnxElementType.Double, "<f2")]
    [InlineData(OnnxElementType.BFloat16, "<f4")]
    public async Task FilesOfOtherFloatingTypesAreRunTimedAndComparedWithOnesInFloat(OnnxElementType type, string array)
    {
        Copy(OnnxElementType.Float).Save(In("float.onnx"));
        Copy(type).Save(In("other.onnx"));

        // Between two numbers of the type and, for <f2, exactly one that all but bfloat16 have.
        float[] x = [1 + (1 / 1024f), -3, 0.5f, 1 + (3 / 8192f)];
        Npz("batch.npz", ("x", array, "(2, 2)", array == "<f2" ? Bytes(Array.ConvertAll(x, v => (Half)v)) : Bytes(x)));
        Assert.Equal(
            ToolExitCode.Done,
            await Run("compare", In("float.onnx"), In("other.onnx"), "--inputs", In("batch.npz"), "--runs", "1", "--json"));
        using var json = JsonDocument.Parse(Output);
        double Rounded(float v) => OnnxArray.Of([v], 1).As(type).ToDoubles()[0];
        var expected = x.Max(v => Math.Abs((array == "<f2" ? (double)(Half)v : v) - Rounded(array == "<f2" ? (float)(Half)v : v)));
        Assert.Equal(expected, json.RootElement.GetProperty("outputs").GetProperty("maxAbsDifference").GetDouble());
        Assert.Contains($"as {type} to", json.RootElement.GetProperty("remarks")[0].GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("latency").EnumerateArray());

        static OnnxModel Copy(OnnxElementType type)
            => new HandMadeModel().Input("x", type, "batch", 2).Node("Identity", "x -> y").Build("y", type, "batch", 2);
    }

    [Fact]
    public async Task NumbersThatAHalfCannotHoldAreRefused()
    {
        new HandMadeModel().Input("x", OnnxElementType.Float16, "batch", 2)
            .Node("Identity", "x -> y")
            .Build("y", OnnxElementType.Float16, "batch", 2)
            .Save(In("half.onnx"));
        Npz("batch.npz", ("x", "<f4", "(1, 2)", Bytes([1f, 70000f])));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("half.onnx"), In("half.onnx"), "--inputs", In("batch.npz")));
        Assert.Contains("outside the range of input x, which is of type Float16", Errors);
        Npz("void.npz", ("x", "|V2", "(1, 2)", new byte[4]));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("half.onnx"), In("half.onnx"), "--inputs", In("void.npz")));
        Assert.Contains("entries of type |V2", Errors);
        Assert.Contains("NumPy has no bfloat16", Errors);
    }

    [Fact]
    public async Task InputsAndOutputsGoByName()
    {
        Two(["x", "y"], ["sum", "copy"]).Save(In("a.onnx"));
        Two(["y", "x"], ["copy", "sum"]).Save(In("b.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("a.onnx"), In("b.onnx"), "--runs", "1", "--max-difference", "0"));
        Assert.Contains("paired by name, outputs by name", Output);

        static OnnxModel Two(string[] inputs, string[] outputs)
        {
            var model = new HandMadeModel();
            foreach (var name in inputs)
            {
                model.Input(name, "batch", name == "x" ? 1 : 2);
            }

            model.Node("Add", "x y -> sum").Node("Identity", "x -> copy");
            model.Build(outputs[0], OnnxElementType.Float, "batch", outputs[0] == "sum" ? 2 : 1);
            return model.Build(outputs[1], OnnxElementType.Float, "batch", outputs[1] == "sum" ? 2 : 1);
        }
    }

    [Fact]
    public async Task AFixedBatchIsKeptAndAnOpenDimensionAskedFor()
    {
        SmallModels.Convolution(3, 1, 8, 8).Save(In("fixed.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("fixed.onnx"), In("fixed.onnx"), "--random", "7", "--runs", "2"));
        Assert.Contains("(9 compared)", Output);
        Assert.Contains("batches of 3 only, so no other is timed", Output);
        SmallModels.Convolution("batch", 1, "height", 8).Save(In("open.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("open.onnx"), In("open.onnx")));
        Assert.Contains("Give --dim height=N", Errors);
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("open.onnx"), In("open.onnx"), "--dim", "height=9", "--runs", "0"));
        Assert.DoesNotContain("--dim", Output);
        Npz("batch.npz", ("x", "<f4", "(1, 1, 9, 8)", new byte[288]));
        Assert.Equal(
            ToolExitCode.Done, await Run("compare", In("open.onnx"), In("open.onnx"), "--inputs", In("batch.npz"), "--runs", "0"));
        Assert.Contains("open.onnx: the size of height is open; --dim height=N counts multiply-adds at a size.", Output);
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("open.onnx")));
        Assert.Contains("the size of height is open; --dim height=N counts multiply-adds at a size.", Output);
    }

    [Fact]
    public async Task ModelsThatDoNotTakeOrGiveTheSameAreToldOf()
    {
        SmallModels.Perceptron().Save(In("a.onnx"));
        SmallModels.Perceptron(inputs: 7).Save(In("b.onnx"));
        SmallModels.Perceptron(classes: 4).Save(In("c.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("a.onnx"), In("b.onnx")));
        Assert.Contains("do not take the same inputs", Errors);
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("a.onnx"), In("c.onnx")));
        Assert.Contains("has shape [256, 3], and [256, 4] in", Errors);
    }

    [Fact]
    public async Task NumbersOutsideTheRangeOfAnInputAreRefused()
    {
        new HandMadeModel()
            .Input("x", OnnxElementType.UInt8, "batch", 2)
            .Node("Identity", "x -> y")
            .Build("y", OnnxElementType.UInt8, "batch", 2)
            .Save(In("a.onnx"));
        Npz("good.npz", ("x", "<i4", "(1, 2)", Bytes([0, 255])));
        Npz("bad.npz", ("x", "<i4", "(1, 2)", Bytes([0, 256])));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("a.onnx"), In("a.onnx"), "--inputs", In("good.npz"), "--runs", "0"));
        Assert.Equal(ToolExitCode.Failed, await Run("compare", In("a.onnx"), In("a.onnx"), "--inputs", In("bad.npz"), "--runs", "0"));
        Assert.Contains("outside the range of input x", Errors);
    }

    [Fact]
    public void NoTorchSharpIsThere()
        => Assert.DoesNotContain(
            Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories),
            f => Path.GetFileName(f).Contains("torch", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("choose one source", "--random", "5", "--data", "x")]
    [InlineData("--limit: 0 is out of range", "--limit", "0")]
    [InlineData("'height' is not NAME=N", "--dim", "height")]
    [InlineData("--mean and --deviation go together, and with --data", "--data", "x", "--mean", "0")]
    [InlineData("--mean and --deviation go together, and with --data", "--mean", "0", "--deviation", "1")]
    [InlineData("--mean: give a number, or one for each channel", "--data", "x", "--mean", "0,a", "--deviation", "1")]
    public async Task AWrongCommandLineEndsWith2(string expected, params string[] options)
    {
        Assert.Equal(ToolExitCode.Usage, await Run(["compare", "a.onnx", "b.onnx", .. options]));
        Assert.Contains(expected, Errors);
    }

    private async Task MnistFiles()
    {
        // Four even images, darker to brighter.
        byte[] pixels = [.. new byte[] { 30, 90, 160, 230 }.SelectMany(v => Enumerable.Repeat(v, 784))];
        foreach (var set in new[] { "train", "t10k" })
        {
            await File.WriteAllBytesAsync(In($"{set}-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 28, 0, 0, 0, 28, .. pixels]);
            await File.WriteAllBytesAsync(In($"{set}-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, 4, 1, 1, 1, 1]);
        }
    }

    /// <summary>Class 1 where the input is above zero, else class 0.</summary>
    private static OnnxModel Thresholds(string? mean = null, string? deviation = null)
    {
        var model = new HandMadeModel().Input("x", "batch", 784)
            .Store("weight", OnnxElementType.Float, [2, 784], [.. Enumerable.Repeat(-1f, 784), .. Enumerable.Repeat(1f, 784)])
            .Node("Gemm", "x weight -> scores", ("transB", 1));
        if (mean is not null)
        {
            model.Metadata("mean", mean).Metadata("deviation", deviation!);
        }

        return model.Build("scores", OnnxElementType.Float, "batch", 2);
    }

    /// <summary>The share of samples in class 0, by ONNX Runtime's API alone.</summary>
    private double Share(string file, float[] x)
    {
        using var session = new Microsoft.ML.OnnxRuntime.InferenceSession(In(file));
        using var value = Microsoft.ML.OnnxRuntime.OrtValue.CreateTensorValueFromMemory(x, [40, 6]);
        using var options = new Microsoft.ML.OnnxRuntime.RunOptions();
        using var outputs = session.Run(
            options, new Dictionary<string, Microsoft.ML.OnnxRuntime.OrtValue> { ["x"] = value }, session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray().Chunk(3).Average(scores => scores[0] >= scores.Max() ? 1.0 : 0.0);
    }

    [Fact]
    public async Task TheNeuronsThatWereKeptAreSaid()
    {
        SmallModels.Pruned("""{"fc1":{"before":8}}""").Save(In("dense.onnx"));
        SmallModels.Pruned("""{"fc1":{"before":8,"kept":[0,2]}}""").Save(In("pruned.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("compare", In("dense.onnx"), In("pruned.onnx"), "--runs", "0", "--json", In("out.json")));
        Assert.Contains("Neurons in dense.onnx:\n  fc1: all 8\n", Output);
        Assert.Contains("Neurons in pruned.onnx:\n  fc1: 2 of 8 (0, 2)\n", Output);
        using var json = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(In("out.json")));
        Assert.Equal(2, json.RootElement.GetProperty("pruned").GetProperty("neurons")[0].GetProperty("after").GetInt32());
    }

    [Fact]
    public async Task WithoutACommonBatchEachSampleIsARun()
    {
        new HandMadeModel().Input("x", new OnnxDimension(null, null), 4).Input("scale").Node("Mul", "x scale -> y")
            .Build("y", OnnxElementType.Float, "rows", 4).Save(In("scaled.onnx"));
        string[] compare = ["compare", In("scaled.onnx"), In("scaled.onnx"), "--runs", "1"];
        Assert.Equal(ToolExitCode.Done, await Run([.. compare, "--random", "3", "--value", "scale=2", "--dim", "x.0=5"]));
        Assert.Contains("(3 compared)", Output);
        Assert.Contains("each sample is a run of its own", Output);

        Npz(
            "runs.npz",
            ("x", "<f4", "(2, 1, 4)", Bytes([1f, 2, 3, 4, 5, 6, 7, 8])),
            ("scale", "<f4", "(2,)", Bytes([1f, 2])));
        Assert.Equal(ToolExitCode.Done, await Run([.. compare, "--inputs", In("runs.npz")]));
        Assert.Contains("runs.npz, 2 samples (2 compared)", Output);
        Npz("run.npz", ("x", "<f4", "(1, 4)", Bytes([1f, 2, 3, 4])), ("scale", "<f4", "()", Bytes([1f])));
        Assert.Equal(ToolExitCode.Done, await Run([.. compare, "--inputs", In("run.npz")]));
        Assert.Contains("run.npz, 1 samples (1 compared)", Output);

        Assert.Equal(ToolExitCode.Failed, await Run([.. compare, "--value", "size=2"]));
        Assert.Contains("--value size: ", Errors);
        Assert.Contains("it takes x: Float[x.0, 4], scale: Float", Errors);
        Assert.Equal(ToolExitCode.Usage, await Run([.. compare, "--value", "scale=much"]));
        Assert.Equal(ToolExitCode.Usage, await Run([.. compare, "--value", "scale=1", "--inputs", In("run.npz")]));
    }

    private void Npz(string name, params (string Name, string Type, string Shape, byte[] Entries)[] arrays)
    {
        using var archive = ZipFile.Open(In(name), ZipArchiveMode.Create);
        foreach (var (array, type, shape, entries) in arrays)
        {
            var header = Encoding.UTF8.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n");
            using var entry = archive.CreateEntry($"{array}.npy").Open();
            entry.Write([0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. header, .. entries]);
        }
    }

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
