namespace Microsoft.ML.OnnxRuntime;

/// <summary>How much the native library logs: messages of this level and above.</summary>
public enum OrtLoggingLevel
{
    /// <summary>Everything.</summary>
    ORT_LOGGING_LEVEL_VERBOSE = 0,

    /// <summary>What happens.</summary>
    ORT_LOGGING_LEVEL_INFO = 1,

    /// <summary>What may be wrong.</summary>
    ORT_LOGGING_LEVEL_WARNING = 2,

    /// <summary>What is wrong.</summary>
    ORT_LOGGING_LEVEL_ERROR = 3,

    /// <summary>What ends the program.</summary>
    ORT_LOGGING_LEVEL_FATAL = 4,
}
