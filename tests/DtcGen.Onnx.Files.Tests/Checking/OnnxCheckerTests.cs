using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.AttributeProto.Types;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxCheckerTests
{
    /// <summary>For each rule, ways to break it in a model that is valid before.</summary>
    private static readonly (string Rule, string Name, Action<ModelProto> Break)[] BrokenModels =
    [
        (OnnxRules.IrVersion, "no format version", static m => m.ClearIrVersion()),
        (OnnxRules.Opset, "no opset", static m => m.OpsetImport.Clear()),
        (OnnxRules.Opset, "no such opset", static m => m.OpsetImport[0].Version = 0),
        (OnnxRules.Operator, "opset of another domain only", static m => m.OpsetImport[0].Domain = "other"),
        (OnnxRules.Opset, "domain imported twice", static m => m.OpsetImport.Add(
            new OperatorSetIdProto { Domain = "ai.onnx", Version = 17 })),
        (OnnxRules.Metadata, "key given twice", static m => m.MetadataProps.Add(
            [new() { Key = "a", Value = "1" }, new() { Key = "a", Value = "2" }])),
        (OnnxRules.GraphName, "no graph", static m => m.Graph = null),
        (OnnxRules.GraphName, "graph without a name", static m => m.Graph.Name = ""),
        (OnnxRules.Type, "input without a type", static m => m.Graph.Input[0].Type = null),
        (OnnxRules.Type, "input without a shape", static m => m.Graph.Input[0].Type.TensorType.Shape = null),
        (OnnxRules.Type, "output without an element type", static m => m.Graph.Output[0].Type.TensorType.ClearElemType()),
        (OnnxRules.Type, "output of an unknown element type", static m => m.Graph.Output[0].Type.TensorType.ElemType = 99),
        (OnnxRules.Type, "input without a name", static m => m.Graph.Input.Add(new ValueInfoProto { Type = m.Graph.Input[0].Type })),
        (OnnxRules.Dimension, "negative dimension of an input", static m => m.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = -1),
        (OnnxRules.Dimension, "negative dimension of a tensor", static m => m.Graph.Initializer[0].Dims[0] = -5),
        (OnnxRules.UniqueName, "two inputs of one name", static m => m.Graph.Input.Add(m.Graph.Input[0].Clone())),
        (OnnxRules.UniqueName, "two outputs of one name", static m => m.Graph.Output.Add(m.Graph.Output[0].Clone())),
        (OnnxRules.UniqueName, "two tensors of one name", static m => m.Graph.Initializer.Add(m.Graph.Initializer[0].Clone())),
        (OnnxRules.UniqueName, "tensor without a name", static m => m.Graph.Initializer.Add(
            new TensorProto { DataType = 1, Dims = { 0 } })),
        (OnnxRules.NodeName, "two nodes of one name", static m => m.Graph.Node[1].Name = m.Graph.Node[0].Name),
        (OnnxRules.Order, "node before what it uses", static m => Swap(m.Graph.Node, 0, 1)),
        (OnnxRules.Order, "input that nothing makes", static m => m.Graph.Node[1].Input[0] = "ghost"),
        (OnnxRules.Order, "node that uses its own output", static m => m.Graph.Node[1].Input[0] = m.Graph.Node[1].Output[0]),
        (OnnxRules.SingleAssignment, "value made twice", static m => m.Graph.Node[1].Output[0] = m.Graph.Node[0].Output[0]),
        (OnnxRules.SingleAssignment, "node that makes an input", static m => m.Graph.Node[0].Output[0] = "x"),
        (OnnxRules.SingleAssignment, "node that makes a parameter", static m => m.Graph.Node[0].Output[0] = "fc1.weight"),
        (OnnxRules.Output, "output that nothing makes", static m => m.Graph.Output[0].Name = "ghost"),
        (OnnxRules.Operator, "unknown operator", static m => m.Graph.Node[1].OpType = "Rectify"),
        (OnnxRules.Operator, "operator of a newer opset", static m => m.Graph.Node[1].OpType = "Gelu"),
        (OnnxRules.Operator, "withdrawn operator", static m => m.Graph.Node[1].OpType = "Upsample"),
        (OnnxRules.Operator, "unknown domain", static m => m.Graph.Node[1].Domain = "com.example"),
        (OnnxRules.Inputs, "too few inputs", static m => m.Graph.Node[1].Input.Clear()),
        (OnnxRules.Inputs, "too many inputs", static m => m.Graph.Node[1].Input.Add("x")),
        (OnnxRules.Inputs, "required input left out", static m => m.Graph.Node[0].Input[1] = ""),
        (OnnxRules.Outputs, "too many outputs", static m => m.Graph.Node[1].Output.Add("second")),
        (OnnxRules.Outputs, "no output", static m => m.Graph.Node[1].Output.Clear()),
        (OnnxRules.Attribute, "unknown attribute", static m => m.Graph.Node[0].Attribute.Add(
            new AttributeProto { Name = "gamma", Type = AttributeType.Int, I = 1 })),
        (OnnxRules.Attribute, "attribute given twice", static m => m.Graph.Node[0].Attribute.Add(m.Graph.Node[0].Attribute[0].Clone())),
        (OnnxRules.Attribute, "required attribute missing", static m => m.Graph.Node[1].OpType = "Cast"),
        (OnnxRules.Attribute, "constant without a value", static m => m.Graph.Node.Insert(
            0, new NodeProto { OpType = "Constant", Name = "constant", Output = { "constant" } })),
        (OnnxRules.Attribute, "attribute without a name", static m => m.Graph.Node[1].Attribute.Add(
            new AttributeProto { Type = AttributeType.Int, I = 1 })),
        (
            OnnxRules.AttributeType,
            "attribute of the wrong type",
            static m => m.Graph.Node[0].Attribute[0] = new AttributeProto { Name = "transB", Type = AttributeType.Float, F = 1 }),
        (OnnxRules.AttributeType, "attribute without a type", static m => m.Graph.Node[0].Attribute[0].ClearType()),
        (OnnxRules.AttributeType, "attribute that holds another type", static m => m.Graph.Node[0].Attribute[0].F = 1),
        (OnnxRules.AttributeType, "attribute that holds nothing", static m => m.Graph.Node[0].Attribute[0].ClearI()),
        (OnnxRules.NodeType, "weight of another type", static m => Retype(m.Graph.Initializer[0])),
        (OnnxRules.NodeShape, "weight of another shape", static m =>
        {
            (m.Graph.Initializer[0].Dims[0], m.Graph.Initializer[0].Dims[1]) = (3, 10);
        }),
        (OnnxRules.Declared, "output declared with another type", static m => m.Graph.Output[0].Type.TensorType.ElemType = 11),
        (OnnxRules.Declared, "output declared with another shape", static m => m.Graph.Output[0].Type.TensorType.Shape.Dim[1].DimValue = 99),
        (OnnxRules.SparseTensor, "sparse tensor without values", static m => m.Graph.SparseInitializer.Add(new SparseTensorProto())),
        (OnnxRules.TensorType, "tensor of no type", static m => m.Graph.Initializer[0].ClearDataType()),
        (OnnxRules.TensorType, "tensor of an unknown type", static m => m.Graph.Initializer[0].DataType = 99),
        (OnnxRules.TensorType, "data in two places", static m => m.Graph.Initializer[0].FloatData.Add(1)),
        (OnnxRules.TensorType, "data of another type", static m => Replace(
            m.Graph.Initializer[0], static t => t.DoubleData.Add(new double[30]))),
        (OnnxRules.TensorType, "text as raw data", static m => m.Graph.Initializer[0].DataType = (int)DataType.String),
        (OnnxRules.TensorSize, "too little raw data", static m => m.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[119])),
        (OnnxRules.TensorSize, "too many numbers", static m => Replace(m.Graph.Initializer[0], static t => t.FloatData.Add(new float[31]))),
        (OnnxRules.TensorSize, "no data", static m => m.Graph.Initializer[0].ClearRawData()),
        (OnnxRules.TensorSize, "external data of another length", static m => External(m, "weights.bin", "0", "7")),
        (OnnxRules.ExternalData, "external data without a location", static m => External(m, null, "0", "120")),
        (OnnxRules.ExternalData, "external data above the folder", static m => External(m, "../weights.bin", "0", "120")),
        (OnnxRules.ExternalData, "external data by an absolute path", static m => External(m, "/weights.bin", "0", "120")),
        (OnnxRules.ExternalData, "external data at a negative offset", static m => External(m, "weights.bin", "-1", "120")),
    ];

    public static TheoryData<string, string> Breaks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (rule, name, _) in BrokenModels)
            {
                data.Add(rule, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void ABrokenRuleIsFound(string rule, string name)
    {
        var model = Valid();
        Assert.Empty(OnnxChecker.Judge(model, folder: null).Broken);
        BrokenModels.Single(b => b.Rule == rule && b.Name == name).Break(model);
        Assert.Contains(rule, OnnxChecker.Judge(model, folder: null).Broken.Select(static f => f.Rule));
    }

    [Fact]
    public void EveryRuleHasAModelThatBreaksIt()
    {
        var rules = typeof(OnnxRules).GetFields().Select(static f => (string)f.GetRawConstantValue()!);
        Assert.Empty(rules.Except(BrokenModels.Select(static b => b.Rule)));
    }

    [Fact]
    public void AFindingNamesThePlace()
    {
        var model = Valid();
        model.Graph.Node[1].Input[0] = "ghost";
        var finding = Assert.Single(OnnxChecker.Judge(model, folder: null).Broken);
        Assert.Equal("Relu relu", finding.Location);
        Assert.Contains("ghost", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExternalDataMustBeInTheFolderAndLongEnough()
    {
        using var folder = new TemporaryFolder();
        var model = Valid();
        External(model, "weights.bin", "4", "120");
        Assert.Equal([OnnxRules.ExternalData], Check().Select(static f => f.Rule));
        File.WriteAllBytes(folder.File("weights.bin"), new byte[123]);
        Assert.Equal([OnnxRules.ExternalData], Check().Select(static f => f.Rule));
        File.WriteAllBytes(folder.File("weights.bin"), new byte[124]);
        Assert.Empty(Check());

        IReadOnlyList<OnnxFinding> Check() => OnnxChecker.Judge(model, ExternalDataFolder.Beside(folder.File("model.onnx"))).Broken;
    }

    [Fact]
    public void GraphsInsideNodesSeeWhatIsAroundThem()
    {
        var model = Valid();
        GraphProto Branch(string uses) => new()
        {
            Name = "branch",
            Node = { new NodeProto { OpType = "Neg", Name = $"neg {uses}", Input = { uses }, Output = { $"neg_{uses}" } } },
            Output = { new ValueInfoProto { Name = $"neg_{uses}" } },
        };
        AttributeProto Attribute(string name, string uses) => new() { Name = name, Type = AttributeType.Graph, G = Branch(uses) };
        model.Graph.Initializer.Add(new TensorProto { Name = "flag", DataType = (int)DataType.Bool, RawData = ByteString.CopyFrom(1) });
        model.Graph.Node.Add(new NodeProto
        {
            OpType = "If",
            Name = "if",
            Input = { "flag" },
            Output = { "chosen" },
            Attribute = { Attribute("then_branch", "x"), Attribute("else_branch", "fc1") }
        });
        Assert.Empty(OnnxChecker.Judge(model, folder: null).Broken);

        model.Graph.Node[^1].Attribute[1].G.Node[0].Input[0] = "ghost";
        Assert.Equal([OnnxRules.Order], OnnxChecker.Judge(model, folder: null).Broken.Select(static f => f.Rule));
    }

    /// <summary>Nodes: Gemm fc1, Relu relu, Gemm output. The first tensor is fc1.weight, 5 × 6.</summary>
    private static ModelProto Valid() => SmallNetwork.Make().Proto;

    private static void Retype(TensorProto tensor)
    {
        tensor.DataType = (int)DataType.Double;
        tensor.RawData = ByteString.CopyFrom(new byte[tensor.RawData.Length * 2]);
    }

    private static void Replace(TensorProto tensor, Action<TensorProto> fill)
    {
        tensor.ClearRawData();
        fill(tensor);
    }

    private static void External(ModelProto model, string? location, string offset, string length)
    {
        var tensor = model.Graph.Initializer[0];
        tensor.ClearRawData();
        tensor.DataLocation = DataLocation.External;
        if (location is not null)
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        }

        tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = length });
    }

    private static void Swap(IList<NodeProto> nodes, int a, int b) => (nodes[a], nodes[b]) = (nodes[b], nodes[a]);
}
