using DtcGen.Onnx;
using DtcGen.Onnx.Proto;
using Google.Protobuf;

namespace DtcGen.Benchmarks;

/// <summary>A file of 32 transformer-like blocks whose weights, 4.3 GB, lie in a data file that takes no room on the disk: zeros.</summary>
internal sealed class LargeModelFile : IDisposable
{
    private const int Blocks = 32;
    private const long Width = 2048;
    private const long Hidden = 4 * Width;
    private const string DataName = "model.onnx.data";

    private readonly string _folder = Directory.CreateTempSubdirectory("dtcgen-files-").FullName;
    private readonly GraphProto _graph = new() { Name = "blocks" };
    private long _bytes;

    public LargeModelFile()
    {
        _graph.Input.Add(Describe("x"));
        var value = "x";
        for (var block = 0; block < Blocks; block++)
        {
            value = Layer($"{block}", value);
        }

        _graph.Node.Add(Node("Identity", "y", value));
        _graph.Output.Add(Describe("y"));
        var model = new ModelProto { IrVersion = OnnxOpsets.IrVersion(OnnxOpsets.Default), Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OnnxOpsets.Default });
        File.WriteAllBytes(Path, model.ToByteArray());
        using var data = File.Create(System.IO.Path.Combine(_folder, DataName));
        data.SetLength(_bytes);
    }

    /// <summary>The model's file.</summary>
    public string Path => System.IO.Path.Combine(_folder, "model.onnx");

    /// <summary>Bytes of weights.</summary>
    public long WeightBytes => _bytes;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Layer(string name, string input)
    {
        Store($"{name}.scale", Width);
        Store($"{name}.shift", Width);
        Store($"{name}.up", Width, Hidden);
        Store($"{name}.up.bias", Hidden);
        Store($"{name}.down", Hidden, Width);
        _graph.Node.Add(Node("LayerNormalization", $"{name}.norm", input, $"{name}.scale", $"{name}.shift"));
        _graph.Node.Add(Node("MatMul", $"{name}.product", $"{name}.norm", $"{name}.up"));
        _graph.Node.Add(Node("Add", $"{name}.sum", $"{name}.product", $"{name}.up.bias"));
        _graph.Node.Add(Node("Relu", $"{name}.relu", $"{name}.sum"));
        _graph.Node.Add(Node("MatMul", $"{name}.back", $"{name}.relu", $"{name}.down"));
        _graph.Node.Add(Node("Add", $"{name}.y", $"{name}.back", input));
        return $"{name}.y";
    }

    private void Store(string name, params long[] shape)
    {
        var length = shape.Aggregate((long)sizeof(float), static (product, size) => product * size);
        var tensor = new TensorProto { Name = name, DataType = (int)OnnxElementType.Float, Dims = { shape } };
        new ExternalDataReference(DataName, _bytes, length).Write(tensor);
        _graph.Initializer.Add(tensor);
        _bytes += length;
    }

    private static NodeProto Node(string operation, string output, params string[] inputs)
        => new() { OpType = operation, Name = output, Input = { inputs }, Output = { output } };

    private static ValueInfoProto Describe(string name)
        => ValueInfos.Make(new OnnxValue(name, OnnxElementType.Float, ["batch", "length", Width]));
}
