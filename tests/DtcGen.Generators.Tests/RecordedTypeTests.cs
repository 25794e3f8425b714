using DtcGen.Onnx;
using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Recorded models of another floating-point type than float32, and files of one.</summary>
public sealed class RecordedTypeTests
{
    public static TheoryData<string> Names => RecordedTests.Names;

    // The first in which convolutions take bfloat16.
    private const int FirstOfBFloat16 = 22;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsExportedInTheTypeThatItIsMovedToAndInTheOneThatIsAsked(string name)
    {
        using var scope = NewDisposeScope();
        var source = RecordedModels.All.Single(model => model.Name == name);
        var shape = source.Input;
        using var model = RecordedCase.Make(RecordedCase.Compile(source.Source), [randn([2, .. shape])]);
        var exportable = (IOnnxExportable)model.Module;
        model.Module.eval();
        AssertAgrees(
            model, OnnxExport.Build(exportable, OnnxInput.Batched(shape), Asked(OnnxElementType.Float16)), OnnxElementType.Float16, shape);

        // Recorded in float, and moved since.
        foreach (var scalar in new[] { ScalarType.Float16, ScalarType.BFloat16 })
        {
            var type = Enum.Parse<OnnxElementType>(scalar.ToString());
            model.Module.to(scalar);
            var opset = scalar == ScalarType.BFloat16 ? FirstOfBFloat16 : OnnxOpsets.Default;
            var file = OnnxExport.Build(
                exportable, OnnxInput.Like(randn([2, .. shape]).to(scalar)), new OnnxExportOptions { Opset = opset });
            Assert.Equal(type, file.Inputs[0].ElementType);
            Assert.All(file.Outputs, output => Assert.Equal(type, output.ElementType));
            AssertAgrees(model, OnnxExport.Build(exportable, OnnxInput.Batched(shape), Asked(OnnxElementType.Float)), type, shape);
            if (type == OnnxElementType.Float16)
            {
                AssertAgrees(model, file, type, shape);
            }
        }
    }

    [Fact]
    public void AModelThatWasNeverRecordedIsRecordedInItsType()
    {
        using var scope = NewDisposeScope();
        var source = RecordedModels.All[0];
        using var model = LoadedModel.From(RecordedCase.Compile(source.Source));
        model.Module.to(ScalarType.Float16);
        model.Module.eval();
        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(source.Input)));
        Assert.Contains("input 0 is Float", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(".weight is Float16. Give OnnxExportOptions.ElementType", refusal.Message, StringComparison.Ordinal);
        Assert.False(((IRecordedModel)model.Module).IsRecorded);

        var file = OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(source.Input), Asked(OnnxElementType.Double));
        Assert.Equal(OnnxElementType.Double, file.Inputs[0].ElementType);
        AssertAgrees(model, file, OnnxElementType.Float16, source.Input);

        // Recorded now, in float16; an input that is described otherwise is refused again, and the recording kept.
        refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(source.Input)));
        Assert.Contains(" is Float, and ", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(model.Neurons.Groups);
        OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Like(randn([2, .. source.Input]).to(ScalarType.Float16)));
    }

    [Fact]
    public void AnExportRecordsOnce()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Class(
            """
            public static int Runs;
            private readonly Linear enter = Linear(8, 6);
            private readonly Linear leave = Linear(6, 3);

            public override Tensor forward(Tensor x)
            {
                Runs++;
                return leave.call(functional.relu(enter.call(x)));
            }
            """,
            "public Net() : base(nameof(Net)) => RegisterComponents();",
            "[DualTomographic(Record = true)]")));

        // With two samples, with another number of them, and with one, beside the model's own forward.
        Assert.Equal([4, 8], Enumerable.Range(0, 2).Select(_ =>
        {
            OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(8));
            return (int)model.Module.GetType().GetField("Runs")!.GetValue(null)!;
        }));
    }

    [Theory]
    [InlineData(ScalarType.Float16, OnnxElementType.Float16)]
    [InlineData(ScalarType.BFloat16, OnnxElementType.BFloat16)]
    [InlineData(ScalarType.Float64, OnnxElementType.Double)]
    public void ItIsProvedInItsType(ScalarType scalar, OnnxElementType type)
    {
        using var scope = NewDisposeScope();
        var source = RecordedModels.All[0];
        using var model = LoadedModel.From(RecordedCase.Compile(source.Source));
        model.Module.to(scalar);
        var proof = model.Neurons.Prove(randn([5, .. source.Input]).to(scalar));
        Assert.True(proof.IsProved, proof.ToString());
        Assert.Equal(type, proof.File?.Parity?.ElementType);
        Assert.All(proof.Groups, group => Assert.Equal(type, group.ElementType));

        var network = (nn.Module<Tensor, Tensor>)model.Module;
        Assert.False(model.Neurons.Prove(
            inputs => [network.call(inputs[0]) + model.Neurons.CountNeurons(model.Neurons.Groups[0])],
            randn([5, .. source.Input]).to(scalar)).IsProved);
    }

    private static OnnxExportOptions Asked(OnnxElementType type) => new() { ElementType = type };

    private static void AssertAgrees(LoadedModel model, OnnxModel file, OnnxElementType type, long[] shape)
    {
        Assert.Empty(OnnxChecker.Check(file));
        var scalar = model.Module.parameters().First().dtype;
        var result = OnnxParity.Compare(inputs => model.Call([.. inputs]), file, [[randn([37, .. shape]).to(scalar)]]);
        Assert.True(result.Passed, result.ToString());
        Assert.Equal(type, result.ElementType);
    }
}
