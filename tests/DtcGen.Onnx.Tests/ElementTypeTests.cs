using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>Files in one floating-point type: asked for, or as the model is.</summary>
public sealed partial class ElementTypeTests(ITestOutputHelper output) : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Perceptron _module = new();

    public static TheoryData<ScalarType, OnnxElementType> Types => new()
    {
        { ScalarType.Float32, OnnxElementType.Float },
        { ScalarType.Float64, OnnxElementType.Double },
        { ScalarType.Float16, OnnxElementType.Float16 },
        { ScalarType.BFloat16, OnnxElementType.BFloat16 },
    };

    public void Dispose()
    {
        _module.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(13)]
    [InlineData(18)]
    public void EveryOperationComputesInFloat16(int opset)
    {
        manual_seed(17);
        foreach (var operation in OperationTests.Cases)
        {
            using var scope = NewDisposeScope();
            var model = operation.Export(opset, elementType: OnnxElementType.Float16);
            AssertOnly(OnnxElementType.Float16, model);
            var result = OnnxParity.Compare(operation.Torch, model, operation.Input([37, .. operation.SampleShape]));
            Assert.True(result.Passed, $"{operation.Name}, opset {opset}: {result}");
        }
    }

    [Fact]
    public void WhatOnnxRuntimeComputesInDoubleIsRightAndTheRestIsNamed()
    {
        var lacking = new SortedSet<string>(StringComparer.Ordinal);
        manual_seed(17);
        foreach (var operation in OperationTests.Cases)
        {
            using var scope = NewDisposeScope();
            var model = operation.Export(17, elementType: OnnxElementType.Double);
            AssertOnly(OnnxElementType.Double, model);
            try
            {
                var result = OnnxParity.Compare(operation.Torch, model, operation.Input([37, .. operation.SampleShape]));
                Assert.True(result.Passed, $"{operation.Name}: {result}");
            }
            catch (OnnxModelException refused)
            {
                Assert.IsType<OnnxRuntimeException>(refused.InnerException);
                Assert.Contains("ElementType", refused.Message, StringComparison.Ordinal);
                lacking.Add(Kernel().Match(refused.Message).Groups[1].Value);
            }
        }

        // As docs/exporting.md says of ONNX Runtime 1.31.1.
        Assert.Equal(
            "AveragePool Conv Elu Erf GlobalAveragePool HardSigmoid InstanceNormalization Softplus",
            string.Join(' ', lacking));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AModelThatWasMovedIsExportedAsItIs(ScalarType scalar, OnnxElementType type)
    {
        _module.to(scalar);
        using var inputs = randn(37, 6).to(scalar);
        var model = OnnxExport.Build(_module, OnnxInput.Like(inputs));
        AssertOnly(type, model);
        Assert.Equal(type, model.Inputs[0].ElementType);
        Assert.Equal(type, model.Outputs[0].ElementType);
        Assert.Equal(_module.fc1.weight!.bytes.ToArray(), model.Proto.Graph.Initializer[0].RawData.ToByteArray());

        // ONNX Runtime has no kernels for bfloat16: the same nodes on the same numbers in float.
        var run = type == OnnxElementType.BFloat16 ? InFloat(model) : model;
        var result = OnnxParity.Compare(_module, run, inputs);
        Assert.Equal(type, result.ElementType);
        Assert.True(result.Passed, result.ToString());

        using (no_grad())
        {
            _module.fc2.weight!.add_(type == OnnxElementType.BFloat16 ? 0.5 : 0.1);
        }

        Assert.False(OnnxParity.Compare(_module, run, inputs).Passed);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void OneTypeThroughoutIsWrittenWhateverTheModelIs(ScalarType scalar, OnnxElementType type)
    {
        foreach (var (_, asked) in Types.Select(static row => ((ScalarType)row[0], (OnnxElementType)row[1])))
        {
            using var module = new Perceptron();
            module.to(scalar);
            using var inputs = randn(37, 6).to(scalar);
            var model = OnnxExport.Build(module, OnnxInput.Batched(6), new OnnxExportOptions { ElementType = asked });
            AssertOnly(asked, model);
            using var rounded = module.fc1.weight!.to((ScalarType)Types.Single(row => (OnnxElementType)row[1] == asked)[0]);
            Assert.Equal(rounded.bytes.ToArray(), model.Proto.Graph.Initializer[0].RawData.ToByteArray());
            var result = OnnxParity.Compare(module, asked == OnnxElementType.BFloat16 ? InFloat(model) : model, inputs);

            // The file in float stands for one in bfloat16, whose weights were rounded.
            var tolerance = asked == OnnxElementType.BFloat16
                ? OnnxParityResult.DefaultTolerance(asked, 1)
                : OnnxParityResult.DefaultTolerance(result.ElementType, 1);
            Assert.True(result.MaxAbsDifference <= tolerance, $"{type} as {asked}: {result}");
            if (asked != OnnxElementType.BFloat16)
            {
                Assert.Equal(asked.Epsilon() > type.Epsilon() ? asked : type, result.ElementType);
            }
        }
    }

    [Fact]
    public void WhatOnnxRuntimeCannotRunIsSaidWithWhatToDo()
    {
        _module.to(ScalarType.BFloat16);
        using var inputs = randn(3, 6).to(ScalarType.BFloat16);
        var model = OnnxExport.Build(_module, OnnxInput.Like(inputs));
        foreach (var run in new Action[]
        {
            () => OnnxParity.Compare(_module, model, inputs), () => OnnxLatency.Measure(model, inputs.ToOnnxArray(), runs: 3),
        })
        {
            var refused = Assert.Throws<OnnxModelException>(run);
            Assert.Contains("Gemm", refused.Message, StringComparison.Ordinal);
            Assert.Contains("OnnxExportOptions.ElementType", refused.Message, StringComparison.Ordinal);
        }

        var asFloat = OnnxExport.Build(_module, OnnxInput.Like(inputs), new OnnxExportOptions { ElementType = OnnxElementType.Float });
        Assert.True(OnnxParity.Compare(_module, asFloat, inputs).Passed);
        Assert.Equal(3, OnnxLatency.Measure(asFloat, inputs.ToOnnxArray(), runs: 3).Runs);
    }

    [Fact]
    public void AMixtureIsRefusedWithTheLayerAndBothTypes()
    {
        _module.to(ScalarType.Float64);
        var refusal = Assert.Throws<OnnxExportException>(() => OnnxExport.Build(_module, OnnxInput.Batched(6)));
        Assert.StartsWith("fc1: input x is Float, and fc1.weight is Double;", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("OnnxExportOptions.ElementType", refusal.Message, StringComparison.Ordinal);

        _module.fc1.to(ScalarType.Float32);
        refusal = Assert.Throws<OnnxExportException>(() => OnnxExport.Build(_module, OnnxInput.Batched(6)));
        Assert.StartsWith("fc2: relu is Float, and fc2.weight is Double;", refusal.Message, StringComparison.Ordinal);
        AssertOnly(
            OnnxElementType.Float,
            OnnxExport.Build(_module, OnnxInput.Batched(6), new OnnxExportOptions { ElementType = OnnxElementType.Float }));
    }

    [Theory]
    [InlineData(OnnxElementType.Float16, 1e5f, "fc1.weight holds -100000, which is beyond the largest number of Float16")]
    [InlineData(OnnxElementType.BFloat16, float.MaxValue, "fc1.weight holds -3.40282e+38, which is beyond the largest number of BFloat16")]
    public void AWeightThatTheTypeCannotHoldIsNamed(OnnxElementType type, float weight, string expected)
    {
        using (no_grad())
        {
            _module.fc1.weight![2, 3] = -weight;
        }

        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build(_module, OnnxInput.Batched(6), new OnnxExportOptions { ElementType = type }));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        OnnxExport.Build(_module, OnnxInput.Batched(6), new OnnxExportOptions { ElementType = OnnxElementType.Double });
    }

    [Theory]
    [InlineData(-1e9, "add computes with -1e+09, which is infinite in Float16")]
    [InlineData(1e-12, "add computes with 1e-12, which is zero in Float16")]
    public void ANumberOfTheForwardThatTheTypeCannotHoldIsNamed(double number, string expected)
    {
        var graph = new OnnxGraph(new OnnxExportOptions { ElementType = OnnxElementType.Float16 });
        var x = graph.Input("x", OnnxElementType.Float, "batch", 3);
        var refusal = Assert.Throws<OnnxExportException>(() => graph.Add("add", x, number));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(graph.Clamp("clamp", x, double.NegativeInfinity, 0));
    }

    [Fact]
    public void WholeNumbersAndTruthsStayWhatTheyAre()
    {
        var graph = new OnnxGraph(new OnnxExportOptions { ElementType = OnnxElementType.Float16 });
        var tokens = graph.Input("tokens", OnnxElementType.Int64, "batch", 3);
        var rows = graph.Embedding("rows", tokens, ones(5, 4));
        Assert.Equal(OnnxElementType.Float16, rows.ElementType);
        Assert.Equal(OnnxElementType.Int64, tokens.ElementType);
        Assert.Equal(OnnxElementType.Float16, graph.Div("half", tokens, 2).ElementType);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OnnxGraph(new OnnxExportOptions { ElementType = OnnxElementType.Int64 }));
    }

    [Theory]
    [InlineData(OnnxElementType.Float16)]
    [InlineData(OnnxElementType.Float)]
    public void BatchNormalisationsAreFoldedInTheType(OnnxElementType type)
    {
        var weight = FullyConnectedCases.Numbers(4, 2, 3, 3) * 0.3;
        var (gamma, beta) = (FullyConnectedCases.Numbers(4) + 1.5, FullyConnectedCases.Numbers(4) * 0.3);
        var (mean, variance) = (FullyConnectedCases.Numbers(4) * 0.7, FullyConnectedCases.Numbers(4).abs() + 0.2);
        var operation = new OperationCase(
            "folded",
            [2, 6, 6],
            (g, x) => g.BatchNorm("bn", g.Conv2d("conv", x, weight), mean, variance, gamma, beta),
            x => Reference.batch_norm(Reference.conv2d(x, weight), mean, variance, gamma, beta));
        var model = operation.Export(17, foldBatchNorm: true, type);
        Assert.Equal("Conv", Assert.Single(model.Proto.Graph.Node).OpType);
        AssertOnly(type, model);
        var result = OnnxParity.Compare(operation.Torch, model, randn(5, 2, 6, 6));
        Assert.True(result.Passed, result.ToString());

        // Beyond the type's range there are two nodes.
        var huge = new OperationCase(
            "huge",
            [2, 6, 6],
            (g, x) => g.BatchNorm("bn", g.Conv2d("conv", x, weight), mean, variance * 1e-4, gamma * 1e4, beta),
            static x => x);
        Assert.Equal(
            type == OnnxElementType.Float16 ? 2 : 1, huge.Export(17, foldBatchNorm: true, type).Proto.Graph.Node.Count);
    }

    [Fact]
    public void PythonsCheckerFindsNoFaultInAnyType()
    {
        using var folder = new TemporaryFolder();
        foreach (var (scalar, type) in Types.Select(static row => ((ScalarType)row[0], (OnnxElementType)row[1])))
        {
            _module.to(scalar);
            using var inputs = zeros(2, 6).to(scalar);
            OnnxExport.Build(_module, OnnxInput.Like(inputs)).Save(folder.File($"as-it-is-{type}.onnx"));
            OnnxExport.Build(_module, OnnxInput.Batched(6), new OnnxExportOptions { ElementType = OnnxElementType.BFloat16 })
                .Save(folder.File($"asked-{type}.onnx"));
        }

        PythonOnnx.Check(folder.Path, output);
    }

    private static void AssertOnly(OnnxElementType type, OnnxModel model)
    {
        var graph = model.Proto.Graph;
        var values = graph.Input.Concat(graph.ValueInfo).Concat(graph.Output).Select(static v => (v.Name, v.Type.TensorType.ElemType))
            .Concat(graph.Initializer.Select(static t => (t.Name, t.DataType)))
            .Concat(graph.Node.Where(static n => n.OpType == "Cast").Select(static n => (n.Name, (int)n.Attribute[0].I)));
        Assert.All(
            values.Where(static value => ((OnnxElementType)value.Item2).IsFloating()),
            value => Assert.Equal(type, (OnnxElementType)value.Item2));
    }

    // A bfloat16 is the upper half of a float.
    private static OnnxModel InFloat(OnnxModel model)
    {
        var proto = model.Proto.Clone();
        foreach (var tensor in proto.Graph.Initializer.Where(static t => t.DataType == (int)OnnxElementType.BFloat16))
        {
            uint[] floats = [.. MemoryMarshal.Cast<byte, ushort>(tensor.RawData.ToByteArray()).ToArray().Select(static v => (uint)v << 16)];
            tensor.DataType = (int)OnnxElementType.Float;
            tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<uint>(floats).ToArray());
        }

        foreach (var value in proto.Graph.Input.Concat(proto.Graph.ValueInfo).Concat(proto.Graph.Output))
        {
            value.Type.TensorType.ElemType = (int)OnnxElementType.Float;
        }

        return new OnnxModel(proto);
    }

    [GeneratedRegex(@"for (\w+)\(")]
    private static partial Regex Kernel();
}
