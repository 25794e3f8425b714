using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx;

/// <summary>Opens models under ONNX Runtime.</summary>
internal static class OnnxSession
{
    private const string NotImplemented = "[ErrorCode:NotImplemented]";

    /// <summary>Opens a file.</summary>
    /// <exception cref="OnnxModelException">ONNX Runtime has no kernel for what a node computes.</exception>
    public static InferenceSession Open(string path, SessionOptions? settings = null)
        => Open(path, settings, static (path, settings) => new InferenceSession(path, settings), path);

    /// <summary>Opens a model in memory.</summary>
    /// <exception cref="OnnxModelException">ONNX Runtime has no kernel for what a node computes.</exception>
    public static InferenceSession Open(OnnxModel model, SessionOptions? settings = null)
        => Open(model.ToBytes(), settings, static (bytes, settings) => new InferenceSession(bytes, settings), $"The model {model.Name}");

    private static InferenceSession Open<T>(T model, SessionOptions? settings, Func<T, SessionOptions, InferenceSession> open, string name)
    {
        using var standard = settings is null ? new SessionOptions() : null;
        try
        {
            return open(model, settings ?? standard!);
        }
        catch (OnnxRuntimeException refused) when (refused.Message.Contains(NotImplemented, StringComparison.Ordinal))
        {
            throw new OnnxModelException(
                $"{name} is no file that ONNX Runtime can run on this machine's processor: {refused.Message.Replace(NotImplemented, string.Empty, StringComparison.Ordinal).Trim()}. It computes every operator in float and float16, most in double, and hardly any in bfloat16; a model of such a type is exported in another by OnnxExportOptions.ElementType.",
                refused);
        }
    }
}
