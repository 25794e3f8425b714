using DtcGen.Onnx.Proto;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx.Tests;

/// <summary>What ONNX Runtime makes of a model when it loads it.</summary>
internal static class RuntimeVerdict
{
    /// <summary>Why it does not load, or null when it does.</summary>
    public static string? Of(ModelProto model) => Try(model, static _ => { });

    /// <summary>Why it does not load or run, with zeros for the input of floats; null when it does.</summary>
    public static string? OfRun(ModelProto model) => Try(model, static session =>
    {
        var (name, input) = session.InputMetadata.Single();
        var length = input.Dimensions.Aggregate(1, static (a, b) => a * b);
        using var value = OrtValue.CreateTensorValueFromMemory(new float[length], [.. input.Dimensions.Select(static d => (long)d)]);
        using var results = session.Run(new RunOptions(), [name], [value], session.OutputNames);
    });

    private static string? Try(ModelProto model, Action<InferenceSession> use)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            using var session = new InferenceSession(model.ToByteArray(), options);
            use(session);
            return null;
        }
        catch (OnnxRuntimeException e)
        {
            return e.Message;
        }
    }
}
