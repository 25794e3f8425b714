using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DtcGen.Onnx;

/// <summary>Runs a session on arrays.</summary>
internal static class OnnxRun
{
    /// <summary>All outputs for the inputs, both in the model's order.</summary>
    /// <exception cref="OnnxModelException">There are not as many inputs as the model takes, or an output holds no numbers.</exception>
    public static IReadOnlyList<OnnxArray> Run(InferenceSession session, IReadOnlyList<OnnxArray> inputs)
    {
        using var values = new OnnxInputs(session, inputs);
        using var options = new RunOptions();
        using var outputs = session.Run(options, values.ByName, session.OutputNames);
        return [.. outputs.Zip(session.OutputNames, Read)];
    }

    /// <summary>What the entries of a session's inputs are.</summary>
    public static IEnumerable<OnnxElementType> InputTypes(InferenceSession session)
        => session.InputMetadata.Values.Select(OnnxInputs.TypeOf);

    private static OnnxArray Read(OrtValue output, string name)
    {
        if (!output.IsTensor)
        {
            throw new OnnxModelException($"Output {name} is a {output.OnnxType} and not a tensor, so there are no numbers in it.");
        }

        var info = output.GetTensorTypeAndShape();
        return info.ElementDataType == TensorElementType.String
            ? throw new OnnxModelException($"Output {name} is text, so there are no numbers in it.")
            : new OnnxArray((OnnxElementType)info.ElementDataType, info.Shape, output.GetTensorMutableRawData().ToArray());
    }
}
