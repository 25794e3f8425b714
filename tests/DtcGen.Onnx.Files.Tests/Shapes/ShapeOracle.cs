using DtcGen.Onnx.Proto;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx.Tests;

/// <summary>Holds inferred types and shapes to those that come out of ONNX Runtime.</summary>
internal static class ShapeOracle
{
    /// <summary>Checks every value that a node makes.</summary>
    /// <param name="model">The model. What it declares of the values inside it is not looked at.</param>
    /// <param name="dimensions">The sizes of symbolic dimensions in the inputs.</param>
    /// <param name="inputs">Its inputs, in those sizes.</param>
    /// <param name="open">Values with a dimension that depends on their contents.</param>
    public static void Check(
        OnnxModel model, IReadOnlyDictionary<string, long> dimensions, IReadOnlyList<OnnxArray> inputs, params string[] open)
    {
        var bare = Bare(model.Proto);
        var sized = OnnxShapes.Infer(new OnnxModel(bare), dimensions);
        var symbolic = OnnxShapes.Infer(new OnnxModel(bare));
        foreach (var (name, shape, type) in Run(bare, inputs))
        {
            var inferred = sized.Find(name);
            var where =
                $"{name} came out as [{string.Join(", ", shape)}], inferred: {inferred?.ToString() ?? "nothing"}, {symbolic.Find(name)?.ToString() ?? "nothing"} without sizes";
            Assert.True(inferred is not null, where);
            Assert.True((int)inferred.ElementType == type, $"{where}; its type is {type}");
            Assert.True(inferred.Rank == shape.Length, where);
            for (var i = 0; i < shape.Length; i++)
            {
                Assert.True(inferred.Shape[i].Value == shape[i] || (inferred.Shape[i].Value is null && open.Contains(name)), where);
                var told = symbolic.Find(name)!.Shape[i].Evaluate(dimensions);
                Assert.True(told is null || told == shape[i], where);
            }
        }
    }

    /// <summary>A copy that declares nothing but its inputs and returns everything.</summary>
    private static ModelProto Bare(ModelProto model)
    {
        var bare = model.Clone();
        bare.Graph.ValueInfo.Clear();
        bare.Graph.Output.Clear();
        bare.Graph.Output.AddRange(bare.Graph.Node
            .SelectMany(static n => n.Output)
            .Where(static o => o.Length > 0)
            .Select(static o => new ValueInfoProto { Name = o }));
        return bare;
    }

    private static List<(string Name, long[] Shape, int Type)> Run(ModelProto model, IReadOnlyList<OnnxArray> inputs)
    {
        using var session = new InferenceSession(model.ToByteArray());
        return [
            .. session.OutputNames.Zip(
                OnnxRun.Run(session, inputs), static (name, value) => (name, value.Shape.ToArray(), (int)value.ElementType))
        ];
    }
}
