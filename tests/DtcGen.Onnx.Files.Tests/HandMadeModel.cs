using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx.Tests;

/// <summary>Spells a model node by node, as other exporters write them.</summary>
internal sealed class HandMadeModel
{
    private const int OldIrVersion = 6;
    private const int NewestIrVersion = 13;

    private readonly ModelProto _model;

    public HandMadeModel(int opset = 17)
    {
        _model = new ModelProto { IrVersion = IrVersion(opset), Graph = new GraphProto { Name = "hand-made" } };
        _model.OpsetImport.Add(new OperatorSetIdProto { Version = opset });
    }

    private static long IrVersion(int opset)
        => opset < OnnxOpsets.Oldest ? OldIrVersion : opset > OnnxOpsets.Newest ? NewestIrVersion : OnnxOpsets.IrVersion(opset);

    public HandMadeModel Named(string name)
    {
        _model.Graph.Name = name;
        return this;
    }

    /// <summary>The operator set of another domain; without it, the first node of a domain asks for its set 1.</summary>
    public HandMadeModel Domain(string domain, long version)
    {
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = version });
        return this;
    }

    public HandMadeModel Metadata(string key, string value)
    {
        _model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return this;
    }

    public HandMadeModel Input(string name, params OnnxDimension[] shape) => Input(name, OnnxElementType.Float, shape);

    public HandMadeModel Input(string name, OnnxElementType type, params OnnxDimension[] shape)
    {
        _model.Graph.Input.Add(ValueInfos.Make(new OnnxValue(name, type, shape)));
        return this;
    }

    public HandMadeModel Weight(string name, params long[] shape)
    {
        float[] values = [.. Enumerable.Range(1, (int)shape.Aggregate(1L, static (a, b) => a * b)).Select(static i => 1f / i)];
        _model.Graph.Initializer.Add(Tensor(name, OnnxElementType.Float, shape, values));
        return this;
    }

    public HandMadeModel Numbers(string name, params long[] values)
    {
        _model.Graph.Initializer.Add(Tensor(name, OnnxElementType.Int64, [values.Length], values));
        return this;
    }

    public HandMadeModel Store<T>(string name, OnnxElementType type, long[] shape, params T[] values)
        where T : unmanaged
    {
        _model.Graph.Initializer.Add(Tensor(name, type, shape, values));
        return this;
    }

    /// <summary>A stored tensor by itself.</summary>
    public static TensorProto Tensor<T>(string name, OnnxElementType type, long[] shape, params ReadOnlySpan<T> values)
        where T : unmanaged
            => new() { Name = name, DataType = (int)type, Dims = { shape }, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)) };

    /// <summary>
    /// A node, named after what it makes; <paramref name="wires"/> reads <c>x w -> y</c>, with <c>_</c> for an input
    /// left out.
    /// </summary>
    public HandMadeModel Node(string operation, string wires, params (string Name, object Value)[] attributes)
    {
        var sides = wires.Split("->");
        var domain = operation.Contains('.') ? operation[..operation.LastIndexOf('.')] : "";
        var node = new NodeProto { OpType = operation[(operation.LastIndexOf('.') + 1)..], Domain = domain };
        if (domain.Length > 0 && _model.OpsetImport.All(o => o.Domain != domain))
        {
            _model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = 1 });
        }

        node.Input.AddRange(Names(sides[0]));
        node.Output.AddRange(Names(sides[1]));
        node.Name = node.Output[0];
        node.Attribute.AddRange(attributes.Select(static a => a.Value switch
        {
            long number => new AttributeProto { Name = a.Name, Type = AttributeType.Int, I = number },
            int number => new AttributeProto { Name = a.Name, Type = AttributeType.Int, I = number },
            double number => new AttributeProto { Name = a.Name, Type = AttributeType.Float, F = (float)number },
            string text => new AttributeProto { Name = a.Name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(text) },
            long[] numbers => new AttributeProto { Name = a.Name, Type = AttributeType.Ints, Ints = { numbers } },
            float[] numbers => new AttributeProto { Name = a.Name, Type = AttributeType.Floats, Floats = { numbers } },
            string[] texts => new AttributeProto
            {
                Name = a.Name,
                Type = AttributeType.Strings,
                Strings = { texts.Select(ByteString.CopyFromUtf8) },
            },
            GraphProto graph => new AttributeProto { Name = a.Name, Type = AttributeType.Graph, G = graph },
            TensorProto tensor => new AttributeProto { Name = a.Name, Type = AttributeType.Tensor, T = tensor },
            _ => throw new NotSupportedException(a.Name),
        }));
        _model.Graph.Node.Add(node);
        return this;
    }

    public OnnxModel Build(string output, OnnxElementType type = OnnxElementType.Float, params OnnxDimension[] shape)
    {
        var info = new ValueInfoProto
        {
            Name = output,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } }
        };
        if (shape.Length > 0)
        {
            info = ValueInfos.Make(new OnnxValue(output, type, shape));
        }

        _model.Graph.Output.Add(info);
        return new OnnxModel(ModelProto.Parser.ParseFrom(_model.ToByteArray()));
    }

    private static IEnumerable<string> Names(string side)
        => side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static n => n == "_" ? "" : n);
}
