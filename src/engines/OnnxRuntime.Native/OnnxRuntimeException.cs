namespace Microsoft.ML.OnnxRuntime;

/// <summary>The native library refused a call. The message starts with <c>[ErrorCode:…]</c>.</summary>
public class OnnxRuntimeException : Exception
{
    internal OnnxRuntimeException(ErrorCode errorCode, string message)
        : base($"[ErrorCode:{errorCode}] {message}")
    {
    }
}
